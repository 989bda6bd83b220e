package dev.confab.client.media;

import dev.confab.client.media.ClipException.Reason;
import java.util.Set;

/// The first line of a Y4M file: `YUV4MPEG2 W640 H360 F30:1 C420jpeg …`, tags in any order, unknown
/// ones passed over (the format is described in the manual page yuv4mpeg(5) of mjpegtools).
record Y4mHeader(int width, int height, double framesPerSecond) {
  /// Longer than any that a program writes.
  static final int MAX_LENGTH = 512;

  private static final String MAGIC = "YUV4MPEG2";
  private static final int MIN_SIDE = 16;
  private static final int MAX_SIDE = 4096;
  private static final double MAX_RATE = 120;

  /// 4:2:0 with 8 bits; they differ in where the chroma samples lie, by half a pixel.
  private static final Set<String> PLAYED = Set.of("420", "420jpeg", "420mpeg2", "420paldv");

  /// @param line without its line end
  static Y4mHeader parse(String line) throws ClipException {
    String[] tags = line.split(" ", -1);
    if (!tags[0].equals(MAGIC)) {
      throw new ClipException(Reason.MALFORMED, "not a Y4M file: it does not begin with " + MAGIC);
    }
    int width = 0;
    int height = 0;
    double rate = 0;
    for (int i = 1; i < tags.length; i++) {
      if (tags[i].isEmpty()) {
        continue;
      }
      String value = tags[i].substring(1);
      switch (tags[i].charAt(0)) {
        case 'W' -> width = side(value);
        case 'H' -> height = side(value);
        case 'F' -> rate = rate(value);
        case 'C' -> requirePlayed(value);
        default -> {} // interlacing, aspect, comments: nothing that matters here
      }
    }
    if (width == 0 || height == 0 || rate == 0) {
      throw new ClipException(Reason.MALFORMED, "the Y4M header lacks a size or a frame rate");
    }
    return new Y4mHeader(width, height, rate);
  }

  /// Of one frame's picture, in bytes.
  int frameSize() {
    return width * height * 3 / 2;
  }

  private static int side(String value) throws ClipException {
    long side = number(value);
    if (side < MIN_SIDE || side > MAX_SIDE || side % 2 != 0) {
      throw new ClipException(
          Reason.NOT_SUPPORTED, "a picture's sides are even, from 16 to 4096 pixels, not " + side);
    }
    return (int) side;
  }

  private static double rate(String value) throws ClipException {
    int colon = value.indexOf(':');
    if (colon < 0) {
      throw new ClipException(Reason.MALFORMED, "not a frame rate: " + value);
    }
    double rate = (double) number(value.substring(0, colon)) / number(value.substring(colon + 1));
    if (!(rate > 0 && rate <= MAX_RATE)) {
      throw new ClipException(Reason.NOT_SUPPORTED, "a frame rate that is not played: " + value);
    }
    return rate;
  }

  private static void requirePlayed(String colourSpace) throws ClipException {
    if (!PLAYED.contains(colourSpace)) {
      throw new ClipException(
          Reason.NOT_SUPPORTED, "only 8-bit 4:2:0 is played, not C" + colourSpace);
    }
  }

  private static long number(String text) throws ClipException {
    if (!text.matches("[0-9]{1,9}")) {
      throw new ClipException(Reason.MALFORMED, "not a number: " + text);
    }
    return Long.parseLong(text);
  }
}
