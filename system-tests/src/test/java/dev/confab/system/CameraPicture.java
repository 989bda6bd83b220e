package dev.confab.system;

import dev.confab.client.media.LatestFrame;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;

/// Reads what a camera of lab/fakecam paints: a background of one colour, a white bar that wanders,
/// and, at its own size, the frame's number in 32 black or white blocks of 8x8 at the upper left,
/// the highest bit first.
final class CameraPicture {
  private static final int BLOCKS = 32;
  private static final int BLOCK = 8;
  private static final int SAMPLES = 9;

  private CameraPicture() {}

  /// `red`, `green`, `blue` of the background, 0 to 255; `number` is -1 where it cannot be read.
  static Map<String, Object> figures(LatestFrame.Slot slot) {
    return Map.of(
        "width", slot.width(),
        "red", background(slot, 2),
        "green", background(slot, 1),
        "blue", background(slot, 0),
        "number", number(slot));
  }

  /// The median of places all over the picture: neither the bar nor the number counts.
  private static int background(LatestFrame.Slot slot, int channel) {
    int[] values = new int[SAMPLES * SAMPLES];
    for (int i = 0; i < values.length; i++) {
      int x = slot.width() * (i % SAMPLES + 1) / (SAMPLES + 1);
      int y = slot.height() * (i / SAMPLES + 1) / (SAMPLES + 1);
      values[i] = at(slot, x, y, channel);
    }
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private static long number(LatestFrame.Slot slot) {
    if (slot.width() < BLOCKS * BLOCK) {
      return -1;
    }
    long number = 0;
    for (int block = 0; block < BLOCKS; block++) {
      int green = at(slot, block * BLOCK + BLOCK / 2, BLOCK / 2, 1);
      if (green > 64 && green < 192) {
        return -1;
      }
      number = number << 1 | (green >= 192 ? 1 : 0);
    }
    return number;
  }

  private static int at(LatestFrame.Slot slot, int x, int y, int channel) {
    ByteBuffer pixels = slot.pixels();
    return pixels.get((y * slot.width() + x) * 4 + channel) & 0xff;
  }
}
