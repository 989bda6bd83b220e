package dev.confab.client.media;

import java.util.Optional;

/// How a [FrameStamp] stands in the picture: two rows of 48 black and white cells across the whole
/// width, so large that they outlive a starved encoder and scaling down to a quarter. From the most
/// significant bit on: 32 bits of frame number, 48 of time, 16 of checksum.
///
/// The places are fractions of the picture's size, so that they are found in it at any scale.
final class StampCode {
  static final int ROWS = 2;
  static final int COLUMNS = 48;

  /// Cells that stay black at the left and at the right.
  static final int QUIET = 1;

  /// Of the picture's height.
  static final double TOP = 0.44;

  static final double ROW_HEIGHT = 0.07;
  static final double QUIET_HEIGHT = 0.015;

  private static final long TIME_MASK = (1L << 48) - 1;
  private static final long NUMBER_MASK = (1L << 32) - 1;

  private StampCode() {}

  /// The 48 cells of the upper row, the leftmost in the highest bit.
  static long upperRow(long frameNumber, long sendTimeMillis) {
    return (frameNumber & NUMBER_MASK) << 16 | (sendTimeMillis & TIME_MASK) >>> 32;
  }

  static long lowerRow(long frameNumber, long sendTimeMillis) {
    long timeLow = sendTimeMillis & NUMBER_MASK;
    return timeLow << 16 | checksum(upperRow(frameNumber, sendTimeMillis), timeLow);
  }

  /// Empty when the checksum does not fit.
  static Optional<FrameStamp> decode(long upperRow, long lowerRow) {
    long timeLow = lowerRow >>> 16;
    if (checksum(upperRow, timeLow) != (lowerRow & 0xffff)) {
      return Optional.empty();
    }
    return Optional.of(new FrameStamp(upperRow >>> 16, (upperRow & 0xffff) << 32 | timeLow));
  }

  static boolean isWhite(long row, int column) {
    return (row >>> (COLUMNS - 1 - column) & 1) != 0;
  }

  /// The left edge of a column (or, with [#COLUMNS], the right edge of the last) in a picture of
  /// this width.
  static double left(double column, int width) {
    return width * (column + QUIET) / (COLUMNS + 2 * QUIET);
  }

  static double top(double row, int height) {
    return height * (TOP + row * ROW_HEIGHT);
  }

  /// CRC-16/CCITT-FALSE; its start value keeps an all-black picture from being a stamp.
  private static int checksum(long upperRow, long timeLow) {
    int crc = 0xffff;
    for (int bit = 47; bit >= 0; bit--) {
      crc = shift(crc, (int) (upperRow >>> bit) & 1);
    }
    for (int bit = 31; bit >= 0; bit--) {
      crc = shift(crc, (int) (timeLow >>> bit) & 1);
    }
    return crc;
  }

  private static int shift(int crc, int bit) {
    boolean subtract = ((crc >>> 15 & 1) ^ bit) != 0;
    int shifted = crc << 1 & 0xffff;
    return subtract ? shifted ^ 0x1021 : shifted;
  }
}
