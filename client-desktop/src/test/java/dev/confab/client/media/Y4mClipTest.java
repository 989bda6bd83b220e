package dev.confab.client.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.confab.client.media.ClipException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Y4mClipTest {
  private static final String HEADER = "YUV4MPEG2 W32 H16 F30000:1001 Ip A1:1 C420jpeg XYSCSS=420";

  @TempDir Path folder;

  @Test
  void theHeaderSaysSizeAndRate() throws Exception {
    try (Y4mClip clip = Y4mClip.open(clip(HEADER, "FRAME", 1))) {
      assertThat(clip.width()).isEqualTo(32);
      assertThat(clip.height()).isEqualTo(16);
      assertThat(clip.framesPerSecond()).isCloseTo(29.97, within(0.001));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 24})
  void eachFrameIsPaintedAndTheFirstComesAgainAfterTheLast(int padding) throws Exception {
    try (Y4mClip clip = Y4mClip.open(clip(HEADER, "FRAME", 3))) {
      I420Planes planes = Frames.planes(32, 16, padding);
      for (int frame = 0; frame < 7; frame++) {
        clip.paint(frame, 0, planes);
        int shade = 10 * (frame % 3);
        assertThat(Frames.at(planes.y(), 0, 0)).isEqualTo(shade + 1);
        assertThat(Frames.at(planes.y(), 31, 15)).isEqualTo(shade + 1);
        assertThat(Frames.at(planes.u(), 0, 0)).isEqualTo(shade + 2);
        assertThat(Frames.at(planes.u(), 15, 7)).isEqualTo(shade + 2);
        assertThat(Frames.at(planes.v(), 0, 0)).isEqualTo(shade + 3);
        assertThat(Frames.at(planes.v(), 15, 7)).isEqualTo(shade + 3);
      }
    }
  }

  @Test
  void framesMayCarryParametersOfTheirOwn() throws Exception {
    try (Y4mClip clip = Y4mClip.open(clip(HEADER, "FRAME Ip XNOTE", 2))) {
      assertThat(clip.frameCount()).isEqualTo(2);
    }
  }

  @Test
  void withoutAColourSpaceItIs420() throws Exception {
    try (Y4mClip clip = Y4mClip.open(clip("YUV4MPEG2 W32 H16 F25:1", "FRAME", 1))) {
      assertThat(clip.frameCount()).isEqualTo(1);
    }
  }

  @Test
  void aLastFrameThatWasCutOffDoesNotCount() throws Exception {
    Path file = clip(HEADER, "FRAME", 3);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    try (Y4mClip clip = Y4mClip.open(file)) {
      assertThat(clip.frameCount()).isEqualTo(2);
    }
  }

  @Test
  void aClipThatBecomesShorterWhileItPlaysIsAnError() throws Exception {
    Path file = clip(HEADER, "FRAME", 3);
    try (Y4mClip clip = Y4mClip.open(file)) {
      Files.write(file, new byte[10]);
      assertThatThrownBy(() -> clip.paint(2, 0, Frames.planes(32, 16)))
          .isInstanceOf(UncheckedIOException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RIFF W32 H16 F25:1, MALFORMED",
    "YUV4MPEG2 W32 F25:1, MALFORMED",
    "YUV4MPEG2 W32 H16, MALFORMED",
    "YUV4MPEG2 W-2 H16 F25:1, MALFORMED",
    "YUV4MPEG2 W99999999999 H16 F25:1, MALFORMED",
    "YUV4MPEG2 W32 H16 F25, MALFORMED",
    "YUV4MPEG2 W33 H16 F25:1, NOT_SUPPORTED",
    "YUV4MPEG2 W8192 H16 F25:1, NOT_SUPPORTED",
    "YUV4MPEG2 W32 H16 F25:0, NOT_SUPPORTED",
    "YUV4MPEG2 W32 H16 F0:0, NOT_SUPPORTED",
    "YUV4MPEG2 W32 H16 F25:1 C444, NOT_SUPPORTED",
    "YUV4MPEG2 W32 H16 F25:1 C420p10, NOT_SUPPORTED"
  })
  void aHeaderThatIsNotPlayedIsRefused(String header, Reason reason) throws IOException {
    assertRefused(clip(header, "FRAME", 1), reason);
  }

  @Test
  void aHeaderWithoutAnEndIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("a.y4m"), "YUV4MPEG2 " + "X".repeat(100_000));
    assertRefused(file, Reason.MALFORMED);
  }

  @Test
  void somethingElseBetweenTheFramesIsRefused() throws IOException {
    assertRefused(clip(HEADER, "FRAMES", 2), Reason.MALFORMED);
  }

  @Test
  void aHeaderAloneIsEmpty() throws IOException {
    assertRefused(clip(HEADER, "FRAME", 0), Reason.EMPTY);
  }

  @Test
  void anEmptyFileIsMalformed() throws IOException {
    assertRefused(Files.createFile(folder.resolve("empty.y4m")), Reason.MALFORMED);
  }

  @Test
  void aFileThatIsNotThereIsUnreadable() {
    assertRefused(folder.resolve("none.y4m"), Reason.UNREADABLE);
  }

  private static void assertRefused(Path file, Reason reason) {
    assertThatThrownBy(() -> Y4mClip.open(file).close())
        .isInstanceOfSatisfying(
            ClipException.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  /// Frames of 32x16; frame n has the shades 10n + 1, 10n + 2 and 10n + 3 in its planes.
  private Path clip(String header, String frameLine, int frames) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes((header + "\n").getBytes(StandardCharsets.ISO_8859_1));
    for (int frame = 0; frame < frames; frame++) {
      bytes.writeBytes((frameLine + "\n").getBytes(StandardCharsets.ISO_8859_1));
      bytes.writeBytes(filled(32 * 16, 10 * frame + 1));
      bytes.writeBytes(filled(16 * 8, 10 * frame + 2));
      bytes.writeBytes(filled(16 * 8, 10 * frame + 3));
    }
    return Files.write(folder.resolve("clip.y4m"), bytes.toByteArray());
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
