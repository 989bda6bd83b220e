package dev.confab.bench.crowd;

/// A mark in a letter by which it is known again whatever a server wraps around it: which kind it
/// is, who sent it and when, in 27 characters that no JSON changes.
public final class Stamp {
  private static final byte MARK = '@';
  private static final int SENDER = 3;
  private static final int SENDER_DIGITS = 8;
  private static final int TIME = SENDER + SENDER_DIGITS;
  private static final int TIME_DIGITS = 16;
  private static final int LENGTH = TIME + TIME_DIGITS;
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  private Stamp() {}

  /// As text, of sender 0 at time 0.
  static String of(Letter letter) {
    return "@@%c%024d".formatted(letter.mark(), 0);
  }

  /// Where the first one begins, or -1.
  static int find(byte[] text, int from, int to) {
    for (int at = from; at <= to - LENGTH; at++) {
      if (text[at] == MARK && text[at + 1] == MARK) {
        return at;
      }
    }
    return -1;
  }

  static Letter letter(byte[] text, int at) {
    return Letter.ofMark((char) text[at + 2]);
  }

  static int sender(byte[] text, int at) {
    return (int) number(text, at + SENDER, SENDER_DIGITS);
  }

  static long time(byte[] text, int at) {
    return number(text, at + TIME, TIME_DIGITS);
  }

  static void setSender(byte[] text, int at, int sender) {
    set(text, at + SENDER, SENDER_DIGITS, sender);
  }

  static void setTime(byte[] text, int at, long time) {
    set(text, at + TIME, TIME_DIGITS, time);
  }

  private static void set(byte[] text, int at, int digits, long number) {
    long left = number;
    for (int i = at + digits - 1; i >= at; i--) {
      text[i] = HEX[(int) left & 0xf];
      left >>>= 4;
    }
  }

  private static long number(byte[] text, int at, int digits) {
    long number = 0;
    for (int i = at; i < at + digits; i++) {
      int digit = text[i];
      number = (number << 4) | (digit <= '9' ? digit - '0' : digit - 'a' + 10);
    }
    return number;
  }
}
