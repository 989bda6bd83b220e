package dev.confab.protocol.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import dev.confab.protocol.ErrorCode;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// JSON text to values and back: the only class that uses gson. Reads strictly by RFC 8259, and
/// never deeper than [#MAX_DEPTH] or more than [#MAX_LENGTH], whatever the input.
final class JsonText {
  /// The deepest message, `welcome` with its lists of addresses, has four levels.
  static final int MAX_DEPTH = 16;

  /// In UTF-16 units. A chat text of the greatest size has six for each of its bytes when all are
  /// escaped; the rest of a message is small.
  static final int MAX_LENGTH = 512 * 1024;

  private final JsonReader in;
  private boolean repeatedName;

  private JsonText(String text) {
    in = new JsonReader(new StringReader(text));
    in.setStrictness(Strictness.STRICT);
  }

  static Json parse(String text) throws ProtocolException {
    if (text.length() > MAX_LENGTH) {
      throw new ProtocolException(ErrorCode.TOO_LARGE, null, "The message is too long.");
    }
    // gson skips a byte order mark; RFC 8259, section 8.1, lets nobody send one.
    if (text.startsWith("\uFEFF")) {
      throw notJson();
    }
    try {
      JsonText reader = new JsonText(text);
      Json value = reader.value(0);
      if (reader.in.peek() != JsonToken.END_DOCUMENT) {
        throw notJson();
      }
      return value;
    } catch (IOException e) {
      // From a string this is never about I/O; gson's text would repeat the input.
      throw notJson();
    }
  }

  private static ProtocolException notJson() {
    return new ProtocolException(ErrorCode.BAD_JSON, null, "This is not JSON.");
  }

  private Json value(int depth) throws IOException, ProtocolException {
    return switch (in.peek()) {
      case STRING -> new Json.Text(in.nextString());
      case NUMBER -> new Json.Digits(in.nextString());
      case BOOLEAN -> new Json.Bool(in.nextBoolean());
      case NULL -> {
        in.nextNull();
        yield new Json.Null();
      }
      case BEGIN_ARRAY -> array(deeper(depth));
      case BEGIN_OBJECT -> object(deeper(depth));
      case END_ARRAY, END_OBJECT, NAME, END_DOCUMENT -> throw notJson();
    };
  }

  private static int deeper(int depth) throws ProtocolException {
    if (depth == MAX_DEPTH) {
      throw new ProtocolException(ErrorCode.BAD_MESSAGE, null, "The message is nested too deeply.");
    }
    return depth + 1;
  }

  private Json array(int depth) throws IOException, ProtocolException {
    List<Json> items = new ArrayList<>();
    in.beginArray();
    while (in.hasNext()) {
      items.add(value(depth));
    }
    in.endArray();
    return new Json.Array(items);
  }

  private Json object(int depth) throws IOException, ProtocolException {
    Map<String, Json> fields = new LinkedHashMap<>();
    in.beginObject();
    while (in.hasNext()) {
      if (fields.putIfAbsent(in.nextName(), value(depth)) != null) {
        repeatedName = true;
      }
    }
    in.endObject();
    return new Json.Obj(fields, repeatedName);
  }

  /// One line, always well-formed UTF-16: half a surrogate pair goes out escaped, since UTF-8 has
  /// no form for it.
  static String write(Json value) {
    StringWriter text = new StringWriter();
    try (JsonWriter out = new JsonWriter(text)) {
      write(value, out);
    } catch (IOException e) {
      throw new UncheckedIOException("a StringWriter does not fail", e);
    }
    return escapeLoneSurrogates(text.toString());
  }

  private static void write(Json value, JsonWriter out) throws IOException {
    switch (value) {
      case Json.Text(String text) -> out.value(text);
      case Json.Digits(String literal) -> out.jsonValue(literal);
      case Json.Bool(boolean bool) -> out.value(bool);
      case Json.Null() -> out.nullValue();
      case Json.Array(List<Json> items) -> {
        out.beginArray();
        for (Json item : items) {
          write(item, out);
        }
        out.endArray();
      }
      case Json.Obj(Map<String, Json> fields, boolean ignored) -> {
        out.beginObject();
        for (Map.Entry<String, Json> field : fields.entrySet()) {
          out.name(field.getKey());
          write(field.getValue(), out);
        }
        out.endObject();
      }
    }
  }

  private static String escapeLoneSurrogates(String text) {
    if (text.codePoints().noneMatch(JsonText::isLoneSurrogate)) {
      return text;
    }
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              if (isLoneSurrogate(c)) {
                escaped.append("\\u").append(Integer.toHexString(c));
              } else {
                escaped.appendCodePoint(c);
              }
            });
    return escaped.toString();
  }

  private static boolean isLoneSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
