package dev.confab.protocol.json;

import dev.confab.protocol.DisplayName;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.InstanceId;
import dev.confab.protocol.InvalidValueException;
import dev.confab.protocol.InvitationToken;
import dev.confab.protocol.KnockId;
import dev.confab.protocol.MediaState;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.ResumeToken;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.RoomPassword;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Typed access to the fields of one JSON object. Whatever is missing or of the wrong type is a
/// [ProtocolException] that names the field and carries the request's id. Nothing is converted:
/// `"1"` and `1.0` are not the integer 1. A field that is `null` counts as missing.
final class JsonFields {
  private final Map<String, Json> fields;
  private final @Nullable Long re;

  private JsonFields(Map<String, Json> fields, @Nullable Long re) {
    this.fields = fields;
    this.re = re;
  }

  /// Reads a whole message.
  static JsonFields parse(String text) throws ProtocolException {
    if (!(JsonText.parse(text) instanceof Json.Obj(Map<String, Json> fields, boolean repeated))) {
      throw new ProtocolException(ErrorCode.BAD_MESSAGE, null, "A message is a JSON object.");
    }
    JsonFields message = new JsonFields(fields, idOf(fields));
    if (repeated) {
      throw message.bad("A field must not occur twice.");
    }
    return message;
  }

  private static @Nullable Long idOf(Map<String, Json> fields) {
    Long id = fields.get("id") instanceof Json.Digits digits ? toLong(digits.literal()) : null;
    return id == null || id < 1 ? null : id;
  }

  String type() throws ProtocolException {
    return text("type");
  }

  ProtocolException unknownType() {
    return new ProtocolException(
        ErrorCode.UNKNOWN_TYPE, re, "There is no message of this type here.");
  }

  boolean has(String name) {
    return !(fields.getOrDefault(name, new Json.Null()) instanceof Json.Null);
  }

  String text(String name) throws ProtocolException {
    if (required(name) instanceof Json.Text(String value)) {
      return value;
    }
    throw bad("`" + name + "` must be a string.");
  }

  String text(String name, int maxLength) throws ProtocolException {
    String value = text(name);
    if (value.length() > maxLength) {
      throw bad("`" + name + "` has at most " + maxLength + " characters.");
    }
    return value;
  }

  @Nullable String optionalText(String name) throws ProtocolException {
    return has(name) ? text(name) : null;
  }

  boolean bool(String name) throws ProtocolException {
    if (required(name) instanceof Json.Bool(boolean value)) {
      return value;
    }
    throw bad("`" + name + "` must be true or false.");
  }

  /// False where it is not there.
  boolean flag(String name) throws ProtocolException {
    return has(name) && bool(name);
  }

  long number(String name, long min, long max) throws ProtocolException {
    return number(name, required(name), min, max);
  }

  int number(String name, int min, int max) throws ProtocolException {
    return (int) number(name, (long) min, (long) max);
  }

  private long number(String name, Json value, long min, long max) throws ProtocolException {
    Long number = value instanceof Json.Digits digits ? toLong(digits.literal()) : null;
    if (number == null || number < min || number > max) {
      throw bad("`" + name + "` must be an integer from " + min + " to " + max + ".");
    }
    return number;
  }

  /// Null for anything but an integer of 64 bits written as such. Longer literals (`1e999999999`, a
  /// thousand digits) are not even looked at.
  private static @Nullable Long toLong(String literal) {
    if (literal.length() > 20) {
      return null;
    }
    try {
      return Long.valueOf(literal);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  JsonFields object(String name) throws ProtocolException {
    return object(name, required(name));
  }

  private JsonFields object(String name, Json value) throws ProtocolException {
    if (value instanceof Json.Obj(Map<String, Json> inner, boolean ignored)) {
      return new JsonFields(inner, re);
    }
    throw bad("`" + name + "` must be an object.");
  }

  private List<Json> items(String name, int maxItems) throws ProtocolException {
    if (!(required(name) instanceof Json.Array(List<Json> items))) {
      throw bad("`" + name + "` must be an array.");
    }
    if (items.size() > maxItems) {
      throw bad("`" + name + "` has at most " + maxItems + " items.");
    }
    return items;
  }

  List<JsonFields> objects(String name, int maxItems) throws ProtocolException {
    List<JsonFields> objects = new ArrayList<>();
    for (Json item : items(name, maxItems)) {
      objects.add(object(name, item));
    }
    return objects;
  }

  List<Integer> integers(String name, int maxItems) throws ProtocolException {
    List<Integer> integers = new ArrayList<>();
    for (Json item : items(name, maxItems)) {
      integers.add((int) number(name, item, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }
    return integers;
  }

  List<String> texts(String name, int maxItems) throws ProtocolException {
    List<String> texts = new ArrayList<>();
    for (Json item : items(name, maxItems)) {
      if (!(item instanceof Json.Text(String value))) {
        throw bad("`" + name + "` must hold strings.");
      }
      texts.add(value);
    }
    return texts;
  }

  DisplayName displayName(String name) throws ProtocolException {
    try {
      return DisplayName.parse(text(name));
    } catch (InvalidValueException e) {
      throw new ProtocolException(ErrorCode.BAD_NAME, re, e.getMessage());
    }
  }

  RoomId room(String name) throws ProtocolException {
    return roomOf(text(name));
  }

  List<RoomId> rooms(String name, int maxItems) throws ProtocolException {
    List<RoomId> rooms = new ArrayList<>();
    for (String room : texts(name, maxItems)) {
      rooms.add(roomOf(room));
    }
    return rooms;
  }

  private RoomId roomOf(String value) throws ProtocolException {
    try {
      return RoomId.parse(value);
    } catch (InvalidValueException e) {
      throw new ProtocolException(ErrorCode.BAD_ROOM, re, e.getMessage());
    }
  }

  PeerId peer(String name) throws ProtocolException {
    return value(text(name), PeerId::parse);
  }

  List<PeerId> peers(String name, int maxItems) throws ProtocolException {
    List<PeerId> peers = new ArrayList<>();
    for (String peer : texts(name, maxItems)) {
      peers.add(value(peer, PeerId::parse));
    }
    return peers;
  }

  KnockId knock(String name) throws ProtocolException {
    return value(text(name), KnockId::parse);
  }

  RoomPassword password(String name) throws ProtocolException {
    return value(text(name), RoomPassword::parse);
  }

  InvitationToken invitation(String name) throws ProtocolException {
    return value(text(name), InvitationToken::parse);
  }

  InstanceId instanceId(String name) throws ProtocolException {
    return value(text(name), InstanceId::parse);
  }

  ResumeToken resumeToken(String name) throws ProtocolException {
    return value(text(name), ResumeToken::parse);
  }

  MediaState media(String name) throws ProtocolException {
    JsonFields media = object(name);
    return new MediaState(media.bool("microphone"), media.bool("camera"), media.flag("hand"));
  }

  private <T> T value(String text, Form<T> form) throws ProtocolException {
    try {
      return form.parse(text);
    } catch (InvalidValueException e) {
      throw bad(e.getMessage());
    }
  }

  /// What a string must be like.
  @FunctionalInterface
  private interface Form<T> {
    T parse(String text) throws InvalidValueException;
  }

  private Json required(String name) throws ProtocolException {
    Json value = fields.get(name);
    if (value == null || value instanceof Json.Null) {
      throw bad("`" + name + "` is missing.");
    }
    return value;
  }

  ProtocolException bad(String message) {
    return new ProtocolException(ErrorCode.BAD_MESSAGE, re, message);
  }
}
