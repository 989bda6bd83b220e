package dev.confab.installer.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class PictureTest {
  private static final int HEAD = 104;
  private static final int COLOURS = 2;
  private static final int WIDTH = 24;
  private static final int HEIGHT = 16;
  private static final int ROW = WIDTH * 4 + 8;
  private static final int PURPLE = 0x5b5bd6;

  /// As Xvfb writes it: pixels in the order of the machine, mostly little-endian.
  private final ByteBuffer file = ByteBuffer.allocate(HEAD + COLOURS * 12 + ROW * HEIGHT);

  PictureTest() {
    file.putInt(0, HEAD);
    file.putInt(4 * 4, WIDTH);
    file.putInt(5 * 4, HEIGHT);
    file.putInt(11 * 4, 32);
    file.putInt(12 * 4, ROW);
    file.putInt(19 * 4, COLOURS);
  }

  private void paint(int x, int y, int colour) {
    int at = HEAD + COLOURS * 12 + y * ROW + x * 4;
    file.putInt(at, Integer.reverseBytes(colour));
  }

  @Test
  void aColourIsCountedAtEveryEighthPixelOfEveryEighthRow() throws Exception {
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 8; x < WIDTH; x++) {
        paint(x, y, PURPLE);
      }
    }
    assertThat(new Picture(file).count(PURPLE)).isEqualTo(4);
    assertThat(new Picture(file).count(0)).isEqualTo(2);
  }

  @Test
  void theByteThatIsNoColourDoesNotMatter() throws Exception {
    paint(16, 8, 0xff000000 | PURPLE);
    assertThat(new Picture(file).count(PURPLE)).isEqualTo(1);
  }

  @Test
  void whatIsPaintedLaterIsSeen() throws Exception {
    Picture picture = new Picture(file);
    assertThat(picture.count(PURPLE)).isZero();
    paint(0, 8, PURPLE);
    assertThat(picture.count(PURPLE)).isEqualTo(1);
  }

  @Test
  void aScreenOfFewerColoursIsRefused() {
    file.putInt(11 * 4, 16);
    assertThatThrownBy(() -> new Picture(file)).isInstanceOf(StartException.class);
  }
}
