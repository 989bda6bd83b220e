package dev.confab.installer.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// What a screen in memory shows, in the file that Xvfb draws into (`-fbdir`): to look at it asks
/// nothing of the X server and takes no time from whoever draws. The format is that of xwd
/// (XWDFile.h): a head of big-endian words, the colour map, then rows of pixels.
final class Picture {
  private static final int HEAD_SIZE = 0;
  private static final int WIDTH = 4 * 4;
  private static final int HEIGHT = 5 * 4;
  private static final int BYTE_ORDER = 7 * 4;
  private static final int BITS_A_PIXEL = 11 * 4;
  private static final int BYTES_A_ROW = 12 * 4;
  private static final int COLOURS = 19 * 4;
  private static final int BYTES_A_COLOUR = 12;

  /// One pixel in 64 is looked at.
  private static final int STEP = 8;

  private final ByteBuffer pixels;
  private final int width;
  private final int height;
  private final int row;

  Picture(ByteBuffer file) throws StartException {
    ByteBuffer head = file.duplicate().order(ByteOrder.BIG_ENDIAN);
    if (head.getInt(BITS_A_PIXEL) != 32) {
      throw new StartException("The screen has no 32 bits a pixel.");
    }
    width = head.getInt(WIDTH);
    height = head.getInt(HEIGHT);
    row = head.getInt(BYTES_A_ROW);
    int start = head.getInt(HEAD_SIZE) + head.getInt(COLOURS) * BYTES_A_COLOUR;
    pixels =
        file.slice(start, row * height)
            .order(head.getInt(BYTE_ORDER) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
  }

  static Picture of(Path file) throws IOException, StartException {
    try (FileChannel channel = FileChannel.open(file)) {
      return new Picture(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
    }
  }

  /// Of the pixels that are looked at, so many have this colour (`0xRRGGBB`).
  int count(int colour) {
    int count = 0;
    for (int y = 0; y < height; y += STEP) {
      for (int x = 0; x < width; x += STEP) {
        if ((pixels.getInt(y * row + x * 4) & 0xffffff) == colour) {
          count++;
        }
      }
    }
    return count;
  }
}
