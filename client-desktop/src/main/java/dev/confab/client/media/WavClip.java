package dev.confab.client.media;

import dev.confab.client.media.ClipException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/// A WAV file, over and over. PCM of 8 to 32 bits and 32-bit float, any rate, any number of
/// channels; it is converted once, when opened, and held in memory. Reading a file needs no sound
/// system.
public final class WavClip implements SoundSource {
  /// Five minutes: 29 MB of memory.
  static final int MAX_SAMPLES = 300 * SAMPLE_RATE;

  /// Of the file: five minutes of eight channels of 32 bits at 48 kHz.
  private static final long MAX_BYTES = 8L * 4 * MAX_SAMPLES;

  private static final AudioFormat OURS = new AudioFormat(SAMPLE_RATE, 16, 1, true, false);

  private final short[] clip;
  private int next;

  private WavClip(short[] clip) {
    this.clip = clip;
  }

  public static WavClip open(Path file) throws ClipException {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new ClipException(Reason.TOO_LARGE, file + " is larger than " + MAX_BYTES + " bytes");
      }
      try (AudioInputStream asStored = AudioSystem.getAudioInputStream(file.toFile())) {
        return new WavClip(convert(file, asStored));
      }
    } catch (UnsupportedAudioFileException e) {
      throw new ClipException(Reason.MALFORMED, file + " is not a WAV file", e);
    } catch (IOException e) {
      throw new ClipException(Reason.UNREADABLE, file + " cannot be read", e);
    }
  }

  private static short[] convert(Path file, AudioInputStream asStored)
      throws IOException, ClipException {
    if (!AudioSystem.isConversionSupported(OURS, asStored.getFormat())) {
      throw new ClipException(Reason.NOT_SUPPORTED, file + " holds " + asStored.getFormat());
    }
    try (AudioInputStream converted = AudioSystem.getAudioInputStream(OURS, asStored)) {
      byte[] bytes = converted.readNBytes(2 * MAX_SAMPLES + 2);
      if (bytes.length > 2 * MAX_SAMPLES) {
        throw new ClipException(Reason.TOO_LARGE, file + " is longer than five minutes");
      }
      short[] samples = new short[bytes.length / 2];
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
      if (samples.length == 0) {
        throw new ClipException(Reason.EMPTY, file + " holds no sound");
      }
      return samples;
    }
  }

  /// The clip's length in samples.
  int length() {
    return clip.length;
  }

  @Override
  public void read(short[] samples) {
    for (int filled = 0; filled < samples.length; ) {
      int piece = Math.min(samples.length - filled, clip.length - next);
      System.arraycopy(clip, next, samples, filled, piece);
      filled += piece;
      next = (next + piece) % clip.length;
    }
  }

  @Override
  public void close() {
    // the file was closed when it had been read
  }
}
