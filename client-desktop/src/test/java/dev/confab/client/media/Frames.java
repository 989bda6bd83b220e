package dev.confab.client.media;

import java.nio.ByteBuffer;
import java.util.Random;

/// What happens to a picture between its source and the one who reads it, in plain Java: I420 to
/// BGRA, scaling, noise.
final class Frames {
  private Frames() {}

  /// Memory whose rows are padded, as native memory's are.
  static I420Planes planes(int width, int height) {
    return planes(width, height, 16);
  }

  static I420Planes planes(int width, int height, int padding) {
    return new I420Planes(
        width,
        height,
        plane(width, height, padding),
        plane(width / 2, height / 2, padding),
        plane(width / 2, height / 2, padding));
  }

  private static I420Planes.Plane plane(int width, int height, int padding) {
    int stride = width + padding;
    return new I420Planes.Plane(ByteBuffer.allocateDirect(stride * height), stride);
  }

  static ByteBuffer bgra(I420Planes from) {
    ByteBuffer to = ByteBuffer.allocateDirect(from.width() * from.height() * 4);
    for (int row = 0; row < from.height(); row++) {
      for (int column = 0; column < from.width(); column++) {
        double y = 1.164 * (at(from.y(), column, row) - 16);
        int u = at(from.u(), column / 2, row / 2) - 128;
        int v = at(from.v(), column / 2, row / 2) - 128;
        to.put(channel(y + 2.018 * u));
        to.put(channel(y - 0.391 * u - 0.813 * v));
        to.put(channel(y + 1.596 * v));
        to.put((byte) 255);
      }
    }
    return to;
  }

  static int at(I420Planes.Plane plane, int column, int row) {
    return plane.bytes().get(row * plane.stride() + column) & 0xff;
  }

  private static byte channel(double value) {
    return (byte) Math.clamp(Math.round(value), 0, 255);
  }

  static ByteBuffer nearest(ByteBuffer from, int width, int height, int newWidth, int newHeight) {
    ByteBuffer to = ByteBuffer.allocateDirect(newWidth * newHeight * 4);
    for (int row = 0; row < newHeight; row++) {
      for (int column = 0; column < newWidth; column++) {
        int source = (row * height / newHeight * width + column * width / newWidth) * 4;
        to.putInt(from.getInt(source));
      }
    }
    return to;
  }

  /// Each new pixel is the mean of the old ones it covers.
  static ByteBuffer box(ByteBuffer from, int width, int height, int newWidth, int newHeight) {
    ByteBuffer to = ByteBuffer.allocateDirect(newWidth * newHeight * 4);
    for (int row = 0; row < newHeight; row++) {
      int top = row * height / newHeight;
      int bottom = Math.max(top + 1, (row + 1) * height / newHeight);
      for (int column = 0; column < newWidth; column++) {
        int left = column * width / newWidth;
        int right = Math.max(left + 1, (column + 1) * width / newWidth);
        for (int channel = 0; channel < 4; channel++) {
          int sum = 0;
          for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
              sum += from.get((y * width + x) * 4 + channel) & 0xff;
            }
          }
          to.put((byte) (sum / ((bottom - top) * (right - left))));
        }
      }
    }
    return to;
  }

  /// Adds up to `strength` to each channel, or takes it away.
  static void addNoise(ByteBuffer bgra, int strength, long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < bgra.capacity(); i++) {
      int noise = random.nextInt(2 * strength + 1) - strength;
      bgra.put(i, (byte) Math.clamp((bgra.get(i) & 0xff) + noise, 0, 255));
    }
  }
}
