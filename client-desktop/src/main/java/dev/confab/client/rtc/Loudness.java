package dev.confab.client.rtc;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;

/// How loud some samples look on a level meter: 0 at -60 dBFS (RMS) and below, 1 at full scale.
final class Loudness {
  private static final double FLOOR_DB = -60;

  private Loudness() {}

  static double of(short[] samples) {
    return of(ShortBuffer.wrap(samples));
  }

  /// 16 bit, little endian.
  static double of(byte[] samples) {
    return of(ByteBuffer.wrap(samples).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer());
  }

  private static double of(ShortBuffer samples) {
    if (!samples.hasRemaining()) {
      return 0;
    }
    double sum = 0;
    int count = samples.remaining();
    while (samples.hasRemaining()) {
      double sample = samples.get() / 32768.0;
      sum += sample * sample;
    }
    double decibels = 10 * Math.log10(sum / count + 1e-12);
    return Math.clamp(1 - decibels / FLOOR_DB, 0, 1);
  }
}
