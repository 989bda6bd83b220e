package dev.confab.client.media;

/// A colour as video has it: ITU-R BT.601, limited range (black is 16, white 235), as libyuv reads
/// I420.
record Yuv(int y, int u, int v) {
  static final Yuv BLACK = new Yuv(16, 128, 128);
  static final Yuv WHITE = new Yuv(235, 128, 128);

  /// @param red 0 to 1, and so are the others
  static Yuv ofRgb(double red, double green, double blue) {
    return new Yuv(
        (int) Math.round(16 + 65.481 * red + 128.553 * green + 24.966 * blue),
        (int) Math.round(128 - 37.797 * red - 74.203 * green + 112 * blue),
        (int) Math.round(128 + 112 * red - 93.786 * green - 18.214 * blue));
  }

  /// @param hue in degrees, any
  static Yuv ofHsv(double hue, double saturation, double value) {
    return ofRgb(
        channel(hue, 5, saturation, value),
        channel(hue, 3, saturation, value),
        channel(hue, 1, saturation, value));
  }

  private static double channel(double hue, int offset, double saturation, double value) {
    double k = ((offset + hue / 60) % 6 + 6) % 6;
    return value - value * saturation * Math.clamp(Math.min(k, 4 - k), 0, 1);
  }

  /// The colour at `share` (0 to 1) of the way to another one.
  Yuv towards(Yuv other, double share) {
    return new Yuv(
        (int) Math.round(y + (other.y - y) * share),
        (int) Math.round(u + (other.u - u) * share),
        (int) Math.round(v + (other.v - v) * share));
  }
}
