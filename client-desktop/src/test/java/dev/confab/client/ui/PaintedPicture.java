package dev.confab.client.ui;

import dev.confab.client.media.LatestFrame;
import dev.confab.client.media.LatestFrame.Slot;
import dev.confab.client.media.LatestFrame.Wish;
import java.nio.ByteBuffer;

/// Paints pictures into a stream as the converter would: inside the wished size, in its own ratio.
public final class PaintedPicture {
  private PaintedPicture() {}

  /// A frame of the given size in one colour. (0xRRGGBB)
  public static void fill(LatestFrame frames, int width, int height, int rgb) {
    publish(frames, width, height, (_, _) -> rgb);
  }

  /// A frame whose left half has one colour and its right half another.
  public static void halves(LatestFrame frames, int width, int height, int left, int right) {
    publish(frames, width, height, (x, _) -> x < 0.5 ? left : right);
  }

  /// Someone before a wall, for looking at. Nothing where nothing is wished.
  public static void portrait(LatestFrame frames, double ratio, int wall, int shirt) {
    Wish wish = frames.wish();
    if (wish.width() == 0) {
      return;
    }
    int width = (int) Math.min(wish.width(), wish.height() * ratio) / 2 * 2;
    int height = (int) (width / ratio) / 2 * 2;
    publish(frames, width, height, (x, y) -> person(x, y, ratio, wall, shirt));
  }

  private static int person(double x, double y, double ratio, int wall, int shirt) {
    double dx = (x - 0.5) * ratio;
    if (inside(dx, y - 0.43, 0.145, 0.19)) {
      return shade(0xd9a583, 1.08 - 0.5 * Math.abs(dx + 0.05));
    }
    if (inside(dx, y - 0.36, 0.17, 0.2)) {
      return shade(0x3b2a22, 1 - y * 0.3);
    }
    if (Math.abs(dx) < 0.065 && y > 0.55 && y < 0.7) {
      return 0xc08e6f;
    }
    if (inside(dx, y - 1.02, 0.42, 0.36)) {
      return shade(shirt, 1.1 - 0.35 * y);
    }
    return shade(wall, 1.15 - 0.35 * y - 0.2 * Math.abs(x - 0.3));
  }

  private static boolean inside(double dx, double dy, double radiusX, double radiusY) {
    return dx * dx / (radiusX * radiusX) + dy * dy / (radiusY * radiusY) < 1;
  }

  private static int shade(int rgb, double light) {
    int red = (int) Math.clamp(((rgb >> 16) & 255) * light, 0, 255);
    int green = (int) Math.clamp(((rgb >> 8) & 255) * light, 0, 255);
    int blue = (int) Math.clamp((rgb & 255) * light, 0, 255);
    return red << 16 | green << 8 | blue;
  }

  private interface Painter {
    /// The colour at a place between 0 and 1.
    int at(double x, double y);
  }

  private static void publish(LatestFrame frames, int width, int height, Painter painter) {
    Slot slot = frames.begin(width, height);
    ByteBuffer pixels = slot.pixels();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int rgb = painter.at((x + 0.5) / width, (y + 0.5) / height);
        int at = (y * width + x) * 4;
        pixels.put(at, (byte) rgb);
        pixels.put(at + 1, (byte) (rgb >> 8));
        pixels.put(at + 2, (byte) (rgb >> 16));
        pixels.put(at + 3, (byte) 255);
      }
    }
    frames.publish();
  }
}
