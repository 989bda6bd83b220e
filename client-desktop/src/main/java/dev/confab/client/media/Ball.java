package dev.confab.client.media;

import java.util.Arrays;

/// What moves in the test picture: a shaded ball that bounces to and fro along the floor, the same
/// at every frame of one number.
final class Ball {
  private static final int FRAMES_ACROSS = 90;
  private static final int BOUNCES_ACROSS = 3;

  private final int width;
  private final int floor;
  private final int bounce;
  private final int radius;
  // The ball's square, rows without padding; of chroma a row of one colour is enough.
  private final byte[] shades;
  private final byte[] rowOfU;
  private final byte[] rowOfV;

  Ball(int width, int height, double hue) {
    this.width = width;
    this.radius = Math.max(2, height / 18 & ~1);
    this.floor = (int) (height * 0.95) & ~1;
    this.bounce = (int) (height * 0.20);
    Yuv colour = Yuv.ofHsv(hue + 180, 0.45, 0.95);
    shades = shade(colour.y());
    rowOfU = new byte[radius];
    rowOfV = new byte[radius];
    Arrays.fill(rowOfU, (byte) colour.u());
    Arrays.fill(rowOfV, (byte) colour.v());
  }

  /// Lit from the upper left.
  private byte[] shade(int brightest) {
    int side = 2 * radius;
    byte[] result = new byte[side * side];
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        double far = Math.hypot(column - radius * 0.7, row - radius * 0.7) / (1.7 * radius);
        result[row * side + column] =
            (byte) Math.round(brightest - (brightest - 40) * Math.min(1, far * far));
      }
    }
    return result;
  }

  void paint(long frameNumber, I420Planes into) {
    double progress = Math.floorMod(frameNumber, 2L * FRAMES_ACROSS) / (double) FRAMES_ACROSS;
    double across = progress <= 1 ? progress : 2 - progress;
    double up = Math.abs(Math.sin(progress * BOUNCES_ACROSS * Math.PI));
    int left = (int) (across * (width - 2 * radius)) & ~1;
    int top = floor - 2 * radius - (int) (up * bounce) & ~1;
    int side = 2 * radius;
    for (int row = 0; row < side; row++) {
      int half = halfWidth(row, radius);
      int start = radius - half;
      into.y().put(left + start, top + row, shades, row * side + start, 2 * half);
    }
    for (int row = 0; row < radius; row++) {
      int half = halfWidth(2 * row, radius) / 2;
      int start = left / 2 + radius / 2 - half;
      into.u().put(start, top / 2 + row, rowOfU, 0, 2 * half);
      into.v().put(start, top / 2 + row, rowOfV, 0, 2 * half);
    }
  }

  private static int halfWidth(int row, int radius) {
    double fromMiddle = row + 0.5 - radius;
    return (int) Math.sqrt(radius * radius - fromMiddle * fromMiddle);
  }
}
