package dev.confab.protocol.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A JSON value (RFC 8259) as it was written. A number keeps its digits, so that reading it never
/// costs more than its text is long.
sealed interface Json {
  record Text(String value) implements Json {}

  record Digits(String literal) implements Json {}

  record Bool(boolean value) implements Json {}

  record Null() implements Json {}

  record Array(List<Json> items) implements Json {
    public Array {
      items = List.copyOf(items);
    }
  }

  /// `repeatedName`: some name occurs twice in it or below it; the first value stands.
  record Obj(Map<String, Json> fields, boolean repeatedName) implements Json {
    public Obj {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  /// An object to be written, with its fields in the order of the calls. What is null is left out.
  static Builder of() {
    return new Builder();
  }

  static Builder ofType(String type) {
    return of().with("type", type);
  }

  /// Collects the fields of one object.
  final class Builder {
    private final Map<String, Json> fields = new LinkedHashMap<>();

    private Builder() {}

    Builder with(String name, @Nullable String value) {
      return value == null ? this : with(name, new Text(value));
    }

    Builder with(String name, @Nullable Long value) {
      return value == null ? this : with(name, new Digits(Long.toString(value)));
    }

    Builder with(String name, int value) {
      return with(name, (long) value);
    }

    Builder with(String name, boolean value) {
      return with(name, new Bool(value));
    }

    Builder with(String name, List<? extends Json> items) {
      return with(name, new Array(List.copyOf(items)));
    }

    Builder with(String name, @Nullable Json value) {
      if (value != null) {
        fields.put(name, value);
      }
      return this;
    }

    Obj build() {
      return new Obj(fields, false);
    }
  }
}
