package dev.confab.client.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.confab.client.media.ClipException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WavClipTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "PCM_SIGNED, 48000, 16, 1",
    "PCM_SIGNED, 44100, 16, 2",
    "PCM_UNSIGNED, 8000, 8, 1",
    "PCM_SIGNED, 96000, 24, 2",
    "PCM_SIGNED, 16000, 32, 1",
    "PCM_FLOAT, 48000, 32, 6"
  })
  void theToneInTheFileIsHeardWhateverItsForm(String encoding, int rate, int bits, int channels)
      throws Exception {
    Path file = toneFile(new Encoding(encoding), rate, bits, channels);
    try (WavClip clip = WavClip.open(file)) {
      assertThat(clip.length()).isCloseTo(48_000, within(200));
      short[] heard = new short[24_000];
      clip.read(heard);
      assertThat(Goertzel.share(heard, 500, 48_000)).isGreaterThan(0.98);
      assertThat(loudest(heard)).isCloseTo(16_384, within(400));
    }
  }

  @Test
  void itStartsAgainAtItsEnd() throws Exception {
    Path file = toneFile(Encoding.PCM_SIGNED, 48_000, 16, 1);
    try (WavClip clip = WavClip.open(file)) {
      short[] once = new short[clip.length()];
      short[] twice = new short[clip.length()];
      short[] acrossTheEnd = new short[clip.length() + 100];
      clip.read(once);
      clip.read(twice);
      clip.read(acrossTheEnd);
      assertThat(twice).isEqualTo(once);
      assertThat(acrossTheEnd).startsWith(once);
    }
  }

  @Test
  void aFileThatIsNotThereIsUnreadable() {
    assertRefused(folder.resolve("none.wav"), Reason.UNREADABLE);
  }

  @Test
  void aFolderIsUnreadable() {
    assertRefused(folder, Reason.UNREADABLE);
  }

  @Test
  void textIsMalformed() throws IOException {
    assertRefused(Files.writeString(folder.resolve("a.wav"), "not a sound"), Reason.MALFORMED);
  }

  @Test
  void aHeaderAloneIsEmpty() throws IOException {
    assertRefused(wav(new AudioFormat(48_000, 16, 1, true, false), new byte[0]), Reason.EMPTY);
  }

  @Test
  void aCompressedFormIsNotSupported() throws IOException {
    Path file = wav(new AudioFormat(48_000, 16, 1, true, false), new byte[64]);
    byte[] bytes = Files.readAllBytes(file);
    bytes[20] = 0x55; // the format tag: MPEG layer 3
    assertRefusedOneOf(Files.write(file, bytes), Reason.MALFORMED, Reason.NOT_SUPPORTED);
  }

  @Test
  void moreThanFiveMinutesIsTooLarge() throws IOException {
    AudioFormat slow = new AudioFormat(8_000, 8, 1, false, false);
    assertRefused(wav(slow, new byte[301 * 8_000]), Reason.TOO_LARGE);
  }

  @Test
  void aHugeFileIsRefusedUnread() throws IOException {
    Path file = folder.resolve("huge.wav");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(4L << 30);
    }
    assertRefused(file, Reason.TOO_LARGE);
  }

  private static void assertRefused(Path file, Reason reason) {
    assertRefusedOneOf(file, reason);
  }

  private static void assertRefusedOneOf(Path file, Reason... reasons) {
    assertThatThrownBy(() -> WavClip.open(file))
        .isInstanceOfSatisfying(
            ClipException.class, refused -> assertThat(refused.reason()).isIn((Object[]) reasons));
  }

  /// A second of 500 Hz at half the amplitude, the same in all channels.
  private Path toneFile(Encoding encoding, int rate, int bits, int channels) throws IOException {
    int frame = bits / 8 * channels;
    ByteBuffer bytes = ByteBuffer.allocate(rate * frame).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < rate * channels; i++) {
      int time = i / channels;
      double value = 0.5 * Math.sin(2 * Math.PI * 500 * time / rate);
      if (encoding.equals(Encoding.PCM_FLOAT)) {
        bytes.putFloat((float) value);
      } else {
        long sample = Math.round(value * ((1L << (bits - 1)) - 1)) + (bits == 8 ? 128 : 0);
        for (int b = 0; b < bits; b += 8) {
          bytes.put((byte) (sample >> b));
        }
      }
    }
    AudioFormat format = new AudioFormat(encoding, rate, bits, channels, frame, rate, false);
    return wav(format, bytes.array());
  }

  private Path wav(AudioFormat format, byte[] samples) throws IOException {
    Path file = folder.resolve("clip.wav");
    long frames = samples.length / format.getFrameSize();
    try (AudioInputStream stream =
        new AudioInputStream(new ByteArrayInputStream(samples), format, frames)) {
      AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
    }
    return file;
  }

  private static int loudest(short[] samples) {
    int loudest = 0;
    for (short sample : samples) {
      loudest = Math.max(loudest, Math.abs(sample));
    }
    return loudest;
  }
}
