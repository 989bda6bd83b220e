package dev.confab.protocol.json;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.Door;
import dev.confab.protocol.InvitationToken;
import dev.confab.protocol.MediaState;
import dev.confab.protocol.RoomPassword;
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
      case ClientMessage.Join join -> write(join);
      case ClientMessage.Leave(var id) -> request("leave", id).build();
      case ClientMessage.Signal(var id, var to, var payload) ->
          request("signal", id).with("to", to.value()).with("payload", payload.text()).build();
      case ClientMessage.Update(var id, var media) ->
          request("update", id).with("media", write(media)).build();
      case ClientMessage.CountRooms(var id, var rooms) ->
          request("count-rooms", id)
              .with("rooms", rooms.stream().map(room -> new Json.Text(room.value())).toList())
              .build();
      case ClientMessage.SetRoom(var id, var door, var password) ->
          request("set-room", id)
              .with("door", door == null ? null : door.wire())
              .with("password", password == null ? null : wire(password))
              .build();
      case ClientMessage.Admit(var id, var knock) ->
          request("admit", id).with("knock", knock.value()).build();
      case ClientMessage.TurnAway(var id, var knock) ->
          request("turn-away", id).with("knock", knock.value()).build();
      case ClientMessage.Remove(var id, var peer) ->
          request("remove", id).with("peer", peer.value()).build();
      case ClientMessage.HandOver(var id, var to) ->
          request("hand-over", id).with("to", to.value()).build();
    };
  }

  private static Json.Builder request(String type, long id) {
    return Json.ofType(type).with("id", id);
  }

  private static Json write(ClientMessage.Join join) {
    RoomPassword password = join.password();
    InvitationToken invitation = join.invitation();
    return request("join", join.id())
        .with("room", join.room().value())
        .with("media", write(join.media()))
        .with("password", password == null ? null : password.value())
        .with("invitation", invitation == null ? null : invitation.value())
        .build();
  }

  private static String wire(ClientMessage.NewPassword password) {
    return password.value() == null ? "" : password.value().value();
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
      case "join" ->
          new ClientMessage.Join(
              id(in),
              in.room("room"),
              in.media("media"),
              in.has("password") ? in.password("password") : null,
              in.has("invitation") ? in.invitation("invitation") : null);
      case "leave" -> new ClientMessage.Leave(id(in));
      case "signal" -> new ClientMessage.Signal(id(in), in.peer("to"), in.text("payload"));
      case "update" -> new ClientMessage.Update(id(in), in.media("media"));
      case "count-rooms" ->
          new ClientMessage.CountRooms(
              id(in), in.rooms("rooms", ClientMessage.CountRooms.MAX_ROOMS));
      case "set-room" ->
          new ClientMessage.SetRoom(
              id(in),
              in.has("door") ? door(in) : null,
              in.has("password") ? newPassword(in) : null);
      case "admit" -> new ClientMessage.Admit(id(in), in.knock("knock"));
      case "turn-away" -> new ClientMessage.TurnAway(id(in), in.knock("knock"));
      case "remove" -> new ClientMessage.Remove(id(in), in.peer("peer"));
      case "hand-over" -> new ClientMessage.HandOver(id(in), in.peer("to"));
      default -> throw in.unknownType();
    };
  }

  private static long id(JsonFields in) throws ProtocolException {
    return in.number("id", 1, Long.MAX_VALUE);
  }

  private static Door door(JsonFields in) throws ProtocolException {
    return Door.ofWire(in.text("door"))
        .orElseThrow(() -> in.bad("`door` must be open, knock or locked."));
  }

  private static ClientMessage.NewPassword newPassword(JsonFields in) throws ProtocolException {
    return in.text("password").isEmpty()
        ? ClientMessage.NewPassword.NONE
        : new ClientMessage.NewPassword(in.password("password"));
  }

  private static ClientMessage.Resume resume(JsonFields in) throws ProtocolException {
    return new ClientMessage.Resume(
        in.resumeToken("token"), in.has("seq") ? in.number("seq", 0, Long.MAX_VALUE) : null);
  }
}
