package dev.confab.protocol.json;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.MediaState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fields of each [ClientMessage].
final class ClientJson {
  private static final int MAX_VERSIONS = 16;
  private static final int MAX_CLIENT_LENGTH = 128;

  private ClientJson() {}

  static Json write(ClientMessage message) {
    return switch (message) {
      case ClientMessage.Hello hello -> write(hello);
      case ClientMessage.Join(var id, var room, var media) ->
          request("join", id).with("room", room.value()).with("media", write(media)).build();
      case ClientMessage.Leave(var id) -> request("leave", id).build();
      case ClientMessage.Signal(var id, var to, var payload) ->
          request("signal", id).with("to", to.value()).with("payload", payload).build();
      case ClientMessage.Update(var id, var media) ->
          request("update", id).with("media", write(media)).build();
      case ClientMessage.CountRooms(var id, var rooms) ->
          request("count-rooms", id)
              .with("rooms", rooms.stream().map(room -> new Json.Text(room.value())).toList())
              .build();
    };
  }

  private static Json.Builder request(String type, long id) {
    return Json.ofType(type).with("id", id);
  }

  private static Json write(ClientMessage.Hello hello) {
    List<Json> versions =
        hello.versions().stream().<Json>map(v -> new Json.Digits(v.toString())).toList();
    return request("hello", hello.id())
        .with("versions", versions)
        .with("client", hello.client())
        .with("name", hello.name().value())
        .with("resume", write(hello.resume()))
        .build();
  }

  private static @Nullable Json write(ClientMessage.@Nullable Resume resume) {
    return resume == null
        ? null
        : Json.of().with("token", resume.token().value()).with("seq", resume.seq()).build();
  }

  static Json write(MediaState media) {
    return Json.of()
        .with("microphone", media.microphone())
        .with("camera", media.camera())
        .with("hand", media.hand())
        .build();
  }

  static ClientMessage read(JsonFields in) throws ProtocolException {
    return switch (in.type()) {
      case "hello" ->
          new ClientMessage.Hello(
              id(in),
              in.integers("versions", MAX_VERSIONS),
              in.text("client", MAX_CLIENT_LENGTH),
              in.displayName("name"),
              in.has("resume") ? resume(in.object("resume")) : null);
      case "join" -> new ClientMessage.Join(id(in), in.room("room"), in.media("media"));
      case "leave" -> new ClientMessage.Leave(id(in));
      case "signal" -> new ClientMessage.Signal(id(in), in.peer("to"), in.text("payload"));
      case "update" -> new ClientMessage.Update(id(in), in.media("media"));
      case "count-rooms" ->
          new ClientMessage.CountRooms(
              id(in), in.rooms("rooms", ClientMessage.CountRooms.MAX_ROOMS));
      default -> throw in.unknownType();
    };
  }

  private static long id(JsonFields in) throws ProtocolException {
    return in.number("id", 1, Long.MAX_VALUE);
  }

  private static ClientMessage.Resume resume(JsonFields in) throws ProtocolException {
    return new ClientMessage.Resume(in.resumeToken("token"), in.number("seq", 0, Long.MAX_VALUE));
  }
}
