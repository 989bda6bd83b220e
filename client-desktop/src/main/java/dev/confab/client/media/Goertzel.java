package dev.confab.client.media;

/// How much of a sound is one frequency: the Goertzel algorithm, a Fourier transform for a single
/// bin.
public final class Goertzel {
  private Goertzel() {}

  /// The share of the sound's power that lies at this frequency: 1 for a pure tone, 0 for silence,
  /// about `2 / samples.length` for noise. Neighbouring frequencies count as far as the window is
  /// short: it tells apart what is more than `sampleRate / samples.length` away.
  public static double share(short[] samples, double frequencyHz, double sampleRate) {
    double coefficient = 2 * Math.cos(2 * Math.PI * frequencyHz / sampleRate);
    double before = 0;
    double last = 0;
    double energy = 0;
    for (short sample : samples) {
      double now = sample + coefficient * last - before;
      before = last;
      last = now;
      energy += (double) sample * sample;
    }
    if (energy == 0) {
      return 0;
    }
    double power = last * last + before * before - coefficient * last * before;
    return 2 * power / (samples.length * energy);
  }
}
