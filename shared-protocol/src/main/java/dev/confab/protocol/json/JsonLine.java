package dev.confab.protocol.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.Map;

/// A map as one line of JSON, for figures that a program writes and another reads.
public final class JsonLine {
  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeSpecialFloatingPointValues().create();

  private JsonLine() {}

  /// Values are strings, numbers, booleans, and maps and lists of these.
  public static String of(Map<String, ?> values) {
    return GSON.toJson(values);
  }
}
