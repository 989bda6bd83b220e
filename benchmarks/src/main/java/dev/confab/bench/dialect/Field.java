package dev.confab.bench.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fields of a server's message that hold plain ids: enough for those of servers that are trusted.
public final class Field {
  private static final Pattern STRING = Pattern.compile("\"([A-Za-z0-9_-]+)\"");

  private Field() {}

  /// The value of the first field of this name; empty where there is none.
  public static String of(String text, String name) {
    String before = "\"" + name + "\":\"";
    int at = text.indexOf(before);
    if (at < 0) {
      return "";
    }
    int from = at + before.length();
    return text.substring(from, text.indexOf('"', from));
  }

  /// The value of the first field of this name, which is a number; -1 where there is none.
  public static long number(String text, String name) {
    String before = "\"" + name + "\":";
    int from = text.indexOf(before) + before.length();
    int to = from;
    while (from >= before.length() && to < text.length() && Character.isDigit(text.charAt(to))) {
      to++;
    }
    return to == from ? -1 : Long.parseLong(text.substring(from, to));
  }

  /// The values of all fields of this name.
  public static List<String> all(String text, String name) {
    List<String> values = new ArrayList<>();
    String before = "\"" + name + "\":\"";
    for (int at = text.indexOf(before); at >= 0; at = text.indexOf(before, at + 1)) {
      int from = at + before.length();
      values.add(text.substring(from, text.indexOf('"', from)));
    }
    return values;
  }

  /// The strings of an array.
  static List<String> array(String text, String name) {
    String before = "\"" + name + "\":[";
    int from = text.indexOf(before) + before.length();
    List<String> values = new ArrayList<>();
    Matcher matcher = STRING.matcher(text.substring(from, text.indexOf(']', from)));
    while (matcher.find()) {
      values.add(matcher.group(1));
    }
    return values;
  }
}
