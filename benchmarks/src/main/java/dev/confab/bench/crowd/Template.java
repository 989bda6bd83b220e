package dev.confab.bench.crowd;

import java.nio.charset.StandardCharsets;

/// A message from one member to another, ready to be sent again and again: only its time, and its
/// number where the dialect has one, are written anew.
public final class Template {
  /// Stands for a number that grows with each message of a member. It has as many digits as all
  /// that come after it.
  public static final long FIRST_NUMBER = 1_000_000_000;

  private static final int DIGITS = 10;

  private final byte[] text;
  private final int stampAt;
  private final int numberAt;

  Template(String message, int sender) {
    text = message.getBytes(StandardCharsets.US_ASCII);
    stampAt = Stamp.find(text, 0, text.length);
    numberAt = message.indexOf(Long.toString(FIRST_NUMBER));
    Stamp.setSender(text, stampAt, sender);
  }

  byte[] text(long time, long number) {
    Stamp.setTime(text, stampAt, time);
    if (numberAt >= 0) {
      long left = number;
      for (int i = numberAt + DIGITS - 1; i >= numberAt; i--) {
        text[i] = (byte) ('0' + left % 10);
        left /= 10;
      }
    }
    return text;
  }

  boolean isNumbered() {
    return numberAt >= 0;
  }

  /// Bytes of the message as it goes to the server.
  public int length() {
    return text.length;
  }
}
