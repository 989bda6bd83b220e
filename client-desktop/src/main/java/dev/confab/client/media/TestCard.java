package dev.confab.client.media;

import java.util.Arrays;

/// The part of the test picture that stands still, drawn once: a gradient in the person's colour,
/// colour bars, grey steps, and the black band that the stamp's cells go into. Rows without
/// padding.
final class TestCard {
  private static final int BARS = 8;

  /// White, yellow, cyan, green, magenta, red, blue, black.
  private static final int[] BAR_RGB = {0b111, 0b110, 0b011, 0b010, 0b101, 0b100, 0b001, 0b000};

  private static final double BAR_LEVEL = 0.75;
  private static final int GREYS = 11;

  final int width;
  final int height;
  final byte[] y;
  final byte[] u;
  final byte[] v;

  TestCard(int width, int height, double hue) {
    this.width = width;
    this.height = height;
    y = new byte[width * height];
    u = new byte[width * height / 4];
    v = new byte[width * height / 4];
    gradient(Yuv.ofHsv(hue, 0.6, 0.75), Yuv.ofHsv(hue + 50, 0.75, 0.2));
    colourBars();
    greySteps();
    band();
  }

  private void gradient(Yuv from, Yuv to) {
    int steps = 256;
    Yuv[] colours = new Yuv[steps + 1];
    for (int step = 0; step <= steps; step++) {
      colours[step] = from.towards(to, (double) step / steps);
    }
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        int step = (column * steps / width + row * steps / height) / 2;
        y[row * width + column] = (byte) colours[step].y();
        if ((row & column & 1) != 0) {
          int at = row / 2 * (width / 2) + column / 2;
          u[at] = (byte) colours[step].u();
          v[at] = (byte) colours[step].v();
        }
      }
    }
  }

  private void colourBars() {
    for (int bar = 0; bar < BARS; bar++) {
      int rgb = BAR_RGB[bar];
      Yuv colour =
          Yuv.ofRgb((rgb >> 2 & 1) * BAR_LEVEL, (rgb >> 1 & 1) * BAR_LEVEL, (rgb & 1) * BAR_LEVEL);
      rectangle(across(bar, BARS), across(bar + 1, BARS), down(0.10), down(0.31), colour);
    }
  }

  private void greySteps() {
    for (int step = 0; step < GREYS; step++) {
      Yuv grey = Yuv.BLACK.towards(Yuv.WHITE, (double) step / (GREYS - 1));
      rectangle(across(step, GREYS), across(step + 1, GREYS), down(0.31), down(0.37), grey);
    }
  }

  private void band() {
    double bottom = StampCode.TOP + StampCode.ROWS * StampCode.ROW_HEIGHT + StampCode.QUIET_HEIGHT;
    rectangle(0, width, down(StampCode.TOP - StampCode.QUIET_HEIGHT), down(bottom), Yuv.BLACK);
  }

  /// The left edge of part `index` of `count` between the card's margins; even.
  private int across(int index, int count) {
    return (int) (width * (0.08 + 0.84 * index / count)) & ~1;
  }

  private int down(double share) {
    return (int) (height * share) & ~1;
  }

  private void rectangle(int left, int right, int top, int bottom, Yuv colour) {
    for (int row = top; row < bottom; row++) {
      Arrays.fill(y, row * width + left, row * width + right, (byte) colour.y());
    }
    for (int row = top / 2; row < bottom / 2; row++) {
      int start = row * (width / 2);
      Arrays.fill(u, start + left / 2, start + right / 2, (byte) colour.u());
      Arrays.fill(v, start + left / 2, start + right / 2, (byte) colour.v());
    }
  }
}
