package dev.confab.client.media;

/// A sine that goes on from block to block without a click.
public final class Tone implements SoundSource {
  private final double amplitude;
  private final double step;
  private double phase;

  /// Starts at the zero of the sine.
  ///
  /// @param amplitude 0 to 1, of the largest there is
  public Tone(double frequencyHz, double amplitude) {
    if (!(frequencyHz > 0 && frequencyHz < SAMPLE_RATE / 2.0)) {
      throw new IllegalArgumentException("not a frequency that can be played: " + frequencyHz);
    }
    if (!(amplitude >= 0 && amplitude <= 1)) {
      throw new IllegalArgumentException("not between 0 and 1: " + amplitude);
    }
    this.amplitude = amplitude * Short.MAX_VALUE;
    this.step = 2 * Math.PI * frequencyHz / SAMPLE_RATE;
  }

  @Override
  public void read(short[] samples) {
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) Math.round(amplitude * Math.sin(phase));
      phase += step;
      if (phase > 2 * Math.PI) {
        phase -= 2 * Math.PI;
      }
    }
  }

  @Override
  public void close() {
    // nothing but memory
  }
}
