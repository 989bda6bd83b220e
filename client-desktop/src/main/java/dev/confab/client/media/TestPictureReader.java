package dev.confab.client.media;

import java.nio.ByteBuffer;
import java.util.Optional;

/// Reads the stamp of a [TestPicture] from what arrived of it: scaled, compressed, but whole and
/// not mirrored.
public final class TestPictureReader {
  /// Below this a cell is narrower than two pixels.
  private static final int MIN_WIDTH = 100;

  private static final int MIN_HEIGHT = 40;

  /// Between the darkest and the brightest cell; less is no stamp.
  private static final int MIN_CONTRAST = 60;

  /// The brightness of each pixel of a picture, 0 to 255; the origin is the upper left corner.
  @FunctionalInterface
  public interface Brightness {
    int at(int x, int y);

    /// As seen by eyes.
    static int of(int red, int green, int blue) {
      return (29 * blue + 150 * green + 77 * red) >> 8;
    }
  }

  private TestPictureReader() {}

  /// The stamp of one frame.
  ///
  /// @param bgra rows without padding, from index 0; position and limit do not count
  /// @return empty when there is no stamp, or one that can no longer be read
  public static Optional<FrameStamp> read(ByteBuffer bgra, int width, int height) {
    return read((x, y) -> brightness(bgra, (y * width + x) * 4), width, height);
  }

  private static int brightness(ByteBuffer bgra, int at) {
    return Brightness.of(bgra.get(at + 2) & 0xff, bgra.get(at + 1) & 0xff, bgra.get(at) & 0xff);
  }

  /// The same of a picture of any kind.
  public static Optional<FrameStamp> read(Brightness picture, int width, int height) {
    if (width < MIN_WIDTH || height < MIN_HEIGHT) {
      return Optional.empty();
    }
    int[] cells = new int[StampCode.ROWS * StampCode.COLUMNS];
    int darkest = 255;
    int brightest = 0;
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cell(picture, width, height, i % StampCode.COLUMNS, i / StampCode.COLUMNS);
      darkest = Math.min(darkest, cells[i]);
      brightest = Math.max(brightest, cells[i]);
    }
    if (brightest - darkest < MIN_CONTRAST) {
      return Optional.empty();
    }
    int threshold = (darkest + brightest) / 2;
    return StampCode.decode(bits(cells, 0, threshold), bits(cells, 1, threshold));
  }

  private static long bits(int[] cells, int row, int threshold) {
    long bits = 0;
    for (int column = 0; column < StampCode.COLUMNS; column++) {
      bits = bits << 1 | (cells[row * StampCode.COLUMNS + column] > threshold ? 1 : 0);
    }
    return bits;
  }

  /// The mean brightness of the middle of one cell, 0 to 255.
  private static int cell(Brightness picture, int width, int height, int column, int row) {
    int left = (int) StampCode.left(column + 0.3, width);
    int right = Math.max(left + 1, (int) StampCode.left(column + 0.7, width));
    int top = (int) StampCode.top(row + 0.3, height);
    int bottom = Math.max(top + 1, (int) StampCode.top(row + 0.7, height));
    int sum = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        sum += picture.at(x, y);
      }
    }
    return sum / ((right - left) * (bottom - top));
  }
}
