package dev.confab.protocol.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A map as one line of JSON, for figures that a program writes and another reads.
public final class JsonLine {
  private JsonLine() {}

  /// Values are strings, numbers, booleans, and maps and lists of these; an entry of null is left
  /// out. Numbers that JSON has no form for (not a number, infinite) are written as null.
  public static String of(Map<String, ?> values) {
    return JsonText.write(object(values));
  }

  private static Json json(@Nullable Object value) {
    return switch (value) {
      case null -> new Json.Null();
      case String text -> new Json.Text(text);
      case Boolean bool -> new Json.Bool(bool);
      case Number number when !Double.isFinite(number.doubleValue()) -> new Json.Null();
      case Number number -> new Json.Digits(number.toString());
      case Map<?, ?> map -> object(map);
      case List<?> list -> {
        List<Json> items = new ArrayList<>();
        list.forEach(item -> items.add(json(item)));
        yield new Json.Array(items);
      }
      default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
    };
  }

  private static Json object(Map<?, ?> map) {
    Map<String, Json> fields = new LinkedHashMap<>();
    map.forEach(
        (name, value) -> {
          if (value != null) {
            fields.put(name.toString(), json(value));
          }
        });
    return new Json.Obj(fields, false);
  }
}
