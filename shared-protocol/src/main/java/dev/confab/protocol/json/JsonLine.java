package dev.confab.protocol.json;

import dev.confab.protocol.ErrorCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A map as one line of JSON, for what one program writes and another reads that is no message.
public final class JsonLine {
  private JsonLine() {}

  /// Values are strings, numbers, booleans, and maps and lists of these; an entry of null is left
  /// out. Numbers that JSON has no form for (not a number, infinite) are written as null.
  public static String of(Map<String, ?> values) {
    return JsonText.write(object(values));
  }

  /// The object on one line: strings, doubles, booleans, and maps and lists of these, in their
  /// order. A null is left out.
  ///
  /// @throws ProtocolException when it is not JSON, not an object, or a name occurs twice in one
  public static Map<String, Object> read(String line) throws ProtocolException {
    if (JsonText.parse(line) instanceof Json.Obj object && !object.repeatedName()) {
      return map(object);
    }
    throw new ProtocolException(ErrorCode.BAD_JSON, null, "This is not a JSON object.");
  }

  private static Map<String, Object> map(Json.Obj object) {
    Map<String, Object> values = new LinkedHashMap<>();
    object.fields().forEach((name, value) -> value(value).ifPresent(it -> values.put(name, it)));
    return values;
  }

  private static Optional<Object> value(Json json) {
    return switch (json) {
      case Json.Text(String text) -> Optional.of(text);
      case Json.Digits(String literal) -> Optional.of(Double.valueOf(literal));
      case Json.Bool(boolean bool) -> Optional.of(bool);
      case Json.Null() -> Optional.empty();
      case Json.Array(List<Json> items) ->
          Optional.of(items.stream().flatMap(item -> value(item).stream()).toList());
      case Json.Obj object -> Optional.of(map(object));
    };
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
