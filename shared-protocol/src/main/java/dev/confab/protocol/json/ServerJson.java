package dev.confab.protocol.json;

import dev.confab.protocol.DisplayName;
import dev.confab.protocol.Door;
import dev.confab.protocol.EntryWay;
import dev.confab.protocol.IceServer;
import dev.confab.protocol.LeaveReason;
import dev.confab.protocol.Limits;
import dev.confab.protocol.Member;
import dev.confab.protocol.RoomState;
import dev.confab.protocol.ServerMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The fields of each [ServerMessage].
final class ServerJson {
  private static final int MAX_VERSIONS = 16;
  private static final int MAX_MEMBERS = 64;
  private static final int MAX_ROOMS = 16;
  private static final int MAX_ICE_SERVERS = 16;
  private static final int MAX_ENTRY_WAYS = 16;
  private static final int MAX_URLS = 8;
  private static final int MAX_SESSION_LENGTH = 128;
  private static final int MAX_CODE_LENGTH = 64;

  private ServerJson() {}

  static Json write(ServerMessage message) {
    return switch (message) {
      case ServerMessage.Welcome welcome -> write(welcome);
      case ServerMessage.UnsupportedVersion(var seq, var re, var versions) ->
          reply("unsupported-version", seq, re)
              .with("versions", versions.stream().map(v -> new Json.Digits(v.toString())).toList())
              .build();
      case ServerMessage.Joined joined -> write(joined);
      case ServerMessage.Waiting(var seq, var re) -> reply("waiting", seq, re).build();
      case ServerMessage.Done(var seq, var re) -> reply("done", seq, re).build();
      case ServerMessage.MemberJoined(var seq, var member) ->
          event("member-joined", seq).with("member", write(member)).build();
      case ServerMessage.MemberLeft(var seq, var peer, var reason) ->
          event("member-left", seq).with("peer", peer.value()).with("reason", wire(reason)).build();
      case ServerMessage.MemberUpdated(var seq, var member) ->
          event("member-updated", seq).with("member", write(member)).build();
      case ServerMessage.RoomUpdated(var seq, var state) ->
          event("room-updated", seq).with("state", write(state)).build();
      case ServerMessage.Knock(var seq, var knock, var name) ->
          event("knock", seq).with("knock", knock.value()).with("name", name.value()).build();
      case ServerMessage.KnockEnded(var seq, var knock) ->
          event("knock-ended", seq).with("knock", knock.value()).build();
      case ServerMessage.Removed(var seq) -> event("removed", seq).build();
      case ServerMessage.Signal(var seq, var from, var payload) ->
          event("signal", seq).with("from", from.value()).with("payload", payload.text()).build();
      case ServerMessage.RoomCounts(var seq, var re, var rooms) ->
          reply("room-counts", seq, re)
              .with("rooms", rooms.stream().map(ServerJson::write).toList())
              .build();
      case ServerMessage.Refused(var seq, var re, var code, var text) ->
          event("error", seq).with("re", re).with("code", code).with("text", text).build();
      case ServerMessage.IceServers(var seq, var servers) ->
          event("ice-servers", seq)
              .with("iceServers", servers.stream().map(ServerJson::write).toList())
              .build();
      case ServerMessage.Draining(var seq, var seconds) ->
          event("draining", seq).with("seconds", seconds).build();
    };
  }

  private static Json.Builder event(String type, long seq) {
    return Json.ofType(type).with("seq", seq);
  }

  private static Json.Builder reply(String type, long seq, long re) {
    return event(type, seq).with("re", re);
  }

  private static Json write(ServerMessage.Welcome welcome) {
    return reply("welcome", welcome.seq(), welcome.re())
        .with("version", welcome.version())
        .with("session", welcome.session())
        .with("resumeToken", welcome.resumeToken().value())
        .with("resumed", welcome.resumed())
        .with("lastId", welcome.lastId())
        .with("iceServers", welcome.iceServers().stream().map(ServerJson::write).toList())
        .with("limits", write(welcome.limits()))
        .with("entry", welcome.entry().stream().map(way -> new Json.Text(way.wire())).toList())
        .build();
  }

  private static Json write(ServerMessage.Joined joined) {
    DisplayName name = joined.name();
    return reply("joined", joined.seq(), joined.re())
        .with("room", joined.room().value())
        .with("self", joined.self().value())
        .with("members", joined.members().stream().map(ServerJson::write).toList())
        .with("state", write(joined.state()))
        .with("name", name == null ? null : name.value())
        .build();
  }

  private static Json write(RoomState state) {
    return Json.of()
        .with("door", state.door().wire())
        .with("password", state.password())
        .with("owners", state.owners().stream().map(it -> new Json.Text(it.value())).toList())
        .build();
  }

  private static Json write(IceServer server) {
    return Json.of()
        .with("urls", server.urls().stream().map(Json.Text::new).toList())
        .with("username", server.username())
        .with("credential", server.credential())
        .with("anyCertificate", server.anyCertificate() ? new Json.Bool(true) : null)
        .build();
  }

  private static Json write(Limits limits) {
    return Json.of()
        .with("frameBytes", limits.frameBytes())
        .with("payloadBytes", limits.payloadBytes())
        .with("roomMembers", limits.roomMembers())
        .with("messagesPerSecond", limits.messagesPerSecond())
        .with("bytesPerSecond", limits.bytesPerSecond())
        .build();
  }

  private static Json write(Member member) {
    return Json.of()
        .with("peer", member.peer().value())
        .with("name", member.name().value())
        .with("media", ClientJson.write(member.media()))
        .build();
  }

  private static Json write(ServerMessage.RoomCount count) {
    return Json.of().with("room", count.room().value()).with("members", count.members()).build();
  }

  private static String wire(LeaveReason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }

  static ServerMessage read(JsonFields in) throws ProtocolException {
    return switch (in.type()) {
      case "welcome" -> welcome(in);
      case "unsupported-version" ->
          new ServerMessage.UnsupportedVersion(
              seq(in), re(in), in.integers("versions", MAX_VERSIONS));
      case "joined" -> joined(in);
      case "waiting" -> new ServerMessage.Waiting(seq(in), re(in));
      case "done" -> new ServerMessage.Done(seq(in), re(in));
      case "member-joined" -> new ServerMessage.MemberJoined(seq(in), member(in.object("member")));
      case "member-left" -> new ServerMessage.MemberLeft(seq(in), in.peer("peer"), reason(in));
      case "member-updated" ->
          new ServerMessage.MemberUpdated(seq(in), member(in.object("member")));
      case "room-updated" -> new ServerMessage.RoomUpdated(seq(in), state(in.object("state")));
      case "knock" -> new ServerMessage.Knock(seq(in), in.knock("knock"), in.displayName("name"));
      case "knock-ended" -> new ServerMessage.KnockEnded(seq(in), in.knock("knock"));
      case "removed" -> new ServerMessage.Removed(seq(in));
      case "signal" -> new ServerMessage.Signal(seq(in), in.peer("from"), in.text("payload"));
      case "room-counts" -> new ServerMessage.RoomCounts(seq(in), re(in), roomCounts(in));
      case "error" ->
          new ServerMessage.Refused(
              seq(in),
              in.has("re") ? re(in) : null,
              in.text("code", MAX_CODE_LENGTH),
              in.text("text"));
      case "ice-servers" -> new ServerMessage.IceServers(seq(in), iceServers(in));
      case "draining" -> new ServerMessage.Draining(seq(in), count(in, "seconds"));
      default -> throw in.unknownType();
    };
  }

  private static ServerMessage.Welcome welcome(JsonFields in) throws ProtocolException {
    return new ServerMessage.Welcome(
        seq(in),
        re(in),
        in.number("version", Integer.MIN_VALUE, Integer.MAX_VALUE),
        in.text("session", MAX_SESSION_LENGTH),
        in.resumeToken("resumeToken"),
        in.bool("resumed"),
        in.number("lastId", 0, Long.MAX_VALUE),
        iceServers(in),
        limits(in.object("limits")),
        in.has("entry") ? entry(in) : EntryWay.UNSAID);
  }

  /// Those that a newer server made up are left out.
  private static Set<EntryWay> entry(JsonFields in) throws ProtocolException {
    return in.texts("entry", MAX_ENTRY_WAYS).stream()
        .flatMap(way -> EntryWay.ofWire(way).stream())
        .collect(Collectors.toSet());
  }

  private static ServerMessage.Joined joined(JsonFields in) throws ProtocolException {
    return new ServerMessage.Joined(
        seq(in),
        re(in),
        in.room("room"),
        in.peer("self"),
        members(in),
        in.has("state") ? state(in.object("state")) : RoomState.OPEN,
        in.has("name") ? in.displayName("name") : null);
  }

  /// A door that a newer server made up is taken to be locked.
  private static RoomState state(JsonFields in) throws ProtocolException {
    return new RoomState(
        Door.ofWire(in.text("door")).orElse(Door.LOCKED),
        in.bool("password"),
        in.peers("owners", MAX_MEMBERS));
  }

  /// 0 on what is said before there is a session.
  private static long seq(JsonFields in) throws ProtocolException {
    return in.number("seq", 0, Long.MAX_VALUE);
  }

  private static long re(JsonFields in) throws ProtocolException {
    return in.number("re", 1, Long.MAX_VALUE);
  }

  private static int count(JsonFields in, String name) throws ProtocolException {
    return in.number(name, 0, Integer.MAX_VALUE);
  }

  private static Member member(JsonFields in) throws ProtocolException {
    return new Member(in.peer("peer"), in.displayName("name"), in.media("media"));
  }

  private static List<Member> members(JsonFields in) throws ProtocolException {
    List<Member> members = new ArrayList<>();
    for (JsonFields member : in.objects("members", MAX_MEMBERS)) {
      members.add(member(member));
    }
    return members;
  }

  private static LeaveReason reason(JsonFields in) throws ProtocolException {
    return switch (in.text("reason")) {
      case "left" -> LeaveReason.LEFT;
      case "removed" -> LeaveReason.REMOVED;
      default -> LeaveReason.LOST;
    };
  }

  private static List<ServerMessage.RoomCount> roomCounts(JsonFields in) throws ProtocolException {
    List<ServerMessage.RoomCount> counts = new ArrayList<>();
    for (JsonFields room : in.objects("rooms", MAX_ROOMS)) {
      counts.add(new ServerMessage.RoomCount(room.room("room"), count(room, "members")));
    }
    return counts;
  }

  private static List<IceServer> iceServers(JsonFields in) throws ProtocolException {
    List<IceServer> servers = new ArrayList<>();
    for (JsonFields server : in.objects("iceServers", MAX_ICE_SERVERS)) {
      servers.add(
          new IceServer(
              server.texts("urls", MAX_URLS),
              server.optionalText("username"),
              server.optionalText("credential"),
              server.flag("anyCertificate")));
    }
    return servers;
  }

  private static Limits limits(JsonFields in) throws ProtocolException {
    return new Limits(
        count(in, "frameBytes"),
        count(in, "payloadBytes"),
        count(in, "roomMembers"),
        count(in, "messagesPerSecond"),
        in.has("bytesPerSecond") ? count(in, "bytesPerSecond") : Integer.MAX_VALUE);
  }
}
