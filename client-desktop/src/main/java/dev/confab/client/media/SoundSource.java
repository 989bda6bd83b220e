package dev.confab.client.media;

/// Makes sound that does not come from a microphone: 48 kHz, mono, 16 bit. Used by one thread at a
/// time, which calls [#read] every ten milliseconds.
public interface SoundSource extends AutoCloseable {
  int SAMPLE_RATE = 48_000;

  /// The samples of ten milliseconds.
  int BLOCK = SAMPLE_RATE / 100;

  /// Fills the whole array with what comes next; [#BLOCK] samples are usual.
  void read(short[] samples);

  @Override
  void close();
}
