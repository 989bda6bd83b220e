package dev.confab.protocol.json;

import dev.confab.protocol.ChannelMessage;
import dev.confab.protocol.ChatMessage;
import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.Door;
import dev.confab.protocol.EntryWay;
import dev.confab.protocol.IceServer;
import dev.confab.protocol.InstanceId;
import dev.confab.protocol.InvitationToken;
import dev.confab.protocol.KnockId;
import dev.confab.protocol.LeaveReason;
import dev.confab.protocol.Limits;
import dev.confab.protocol.MediaState;
import dev.confab.protocol.Member;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.PeerMessage;
import dev.confab.protocol.ResumeToken;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.RoomPassword;
import dev.confab.protocol.RoomState;
import dev.confab.protocol.ServerMessage;
import java.util.List;
import java.util.Set;

/// One message of each kind and shape.
final class Samples {
  static final ResumeToken TOKEN = new ResumeToken("A".repeat(43));
  private static final MediaState MEDIA = new MediaState(true, false);
  private static final PeerId ADA = new PeerId("p1");
  private static final RoomId ROOM = new RoomId("tea-room");
  private static final Member MEMBER = new Member(ADA, new DisplayName("Ada \u2615"), MEDIA);

  private static final KnockId KNOCK = new KnockId("k-1");
  private static final RoomPassword PASSWORD = new RoomPassword(" åb\uD83D\uDE00 ");
  private static final RoomState STATE =
      new RoomState(Door.KNOCK, true, List.of(ADA, new PeerId("p2")));

  private Samples() {}

  static List<ClientMessage> client() {
    return List.of(
        new ClientMessage.Hello(1, List.of(1), "confab/1.0", new DisplayName("Ada"), null),
        new ClientMessage.Hello(
            Long.MAX_VALUE,
            List.of(2, 1),
            "",
            new DisplayName("Åsa"),
            new ClientMessage.Resume(TOKEN, 0L)),
        new ClientMessage.Hello(
            18, List.of(1), "", new DisplayName("Åsa"), new ClientMessage.Resume(TOKEN, null)),
        new ClientMessage.Join(2, ROOM, MEDIA),
        new ClientMessage.Leave(3),
        new ClientMessage.Signal(4, ADA, "{\"type\":\"offer\"}\u2028\u0000"),
        new ClientMessage.Update(5, MediaState.NOTHING),
        new ClientMessage.CountRooms(6, List.of(ROOM, new RoomId("b"))),
        new ClientMessage.CountRooms(7, List.of()),
        new ClientMessage.Join(8, ROOM, MEDIA, PASSWORD, null),
        new ClientMessage.Join(9, ROOM, MEDIA, null, new InvitationToken("a.b.c \u0000")),
        new ClientMessage.SetRoom(10, null, null),
        new ClientMessage.SetRoom(11, Door.KNOCK, ClientMessage.NewPassword.NONE),
        new ClientMessage.SetRoom(12, Door.LOCKED, new ClientMessage.NewPassword(PASSWORD)),
        new ClientMessage.SetRoom(13, Door.OPEN, null),
        new ClientMessage.Admit(14, KNOCK),
        new ClientMessage.TurnAway(15, KNOCK),
        new ClientMessage.Remove(16, ADA),
        new ClientMessage.HandOver(17, ADA));
  }

  static List<ServerMessage> server() {
    return List.of(
        new ServerMessage.Welcome(
            1,
            1,
            1,
            "s1",
            TOKEN,
            true,
            17,
            List.of(
                IceServer.of("stun:stun.example.org"),
                new IceServer(List.of("turn:a", "turns:b"), "user", "secret", false),
                new IceServer(List.of("turns:c"), "user", "secret", true)),
            Limits.DEFAULT),
        new ServerMessage.UnsupportedVersion(0, 1, List.of(3, 2)),
        new ServerMessage.Joined(2, 2, ROOM, ADA, List.of(MEMBER)),
        new ServerMessage.Joined(2, 2, ROOM, ADA, List.of()),
        new ServerMessage.Done(3, 3),
        new ServerMessage.MemberJoined(4, MEMBER),
        new ServerMessage.MemberLeft(5, ADA, LeaveReason.LEFT),
        new ServerMessage.MemberLeft(5, ADA, LeaveReason.LOST),
        new ServerMessage.MemberUpdated(6, MEMBER),
        new ServerMessage.Signal(7, ADA, "half a pair: \uD83D, a whole one: \uD83D\uDE00"),
        new ServerMessage.RoomCounts(8, 4, List.of(new ServerMessage.RoomCount(ROOM, 2))),
        new ServerMessage.Refused(9, 5L, "room-full", "The room is full."),
        new ServerMessage.Refused(10, null, "bad-json", "This is not JSON."),
        new ServerMessage.IceServers(
            12, List.of(IceServer.of("turn:turn.example.org").withCredentials("1:s", "secret"))),
        new ServerMessage.Draining(11, 30),
        new ServerMessage.Welcome(
            1,
            1,
            1,
            "s1",
            TOKEN,
            false,
            1,
            List.of(),
            Limits.DEFAULT,
            Set.of(EntryWay.KNOCKING, EntryWay.PASSWORD, EntryWay.INVITATION)),
        new ServerMessage.Joined(
            2, 2, ROOM, ADA, List.of(MEMBER), STATE, new DisplayName("Ada by invitation")),
        new ServerMessage.MemberLeft(5, ADA, LeaveReason.REMOVED),
        new ServerMessage.RoomUpdated(12, STATE),
        new ServerMessage.RoomUpdated(12, RoomState.OPEN),
        new ServerMessage.Waiting(13, 2),
        new ServerMessage.Knock(14, KNOCK, new DisplayName("Bob")),
        new ServerMessage.KnockEnded(15, KNOCK),
        new ServerMessage.Removed(16));
  }

  static List<PeerMessage> peer() {
    return List.of(
        new PeerMessage.Offer(1, "v=0\r\n"),
        new PeerMessage.Answer(1, "v=0\r\n"),
        new PeerMessage.Candidate(1, "0", 0, "candidate:1 1 udp 1 192.0.2.1 9 typ host"),
        new PeerMessage.Candidate(1, null, 65_535, ""),
        new PeerMessage.OfferRequest(0, true),
        new PeerMessage.Continue(2, new InstanceId("anna-once"), new InstanceId("ben-once")),
        new PeerMessage.StartOver(2));
  }

  static List<ChannelMessage> channel() {
    return List.of(
        new ChannelMessage.Greeting(new InstanceId("anna-once")),
        new ChannelMessage.Received(7),
        new ChannelMessage.View(1280, 720),
        new ChannelMessage.View(0, 0),
        new ChatMessage(1, 1_700_000_000_000L, "Hello \uD83D\uDC69\u200D\uD83D\uDE80\nthere"),
        new ChatMessage(2, -1, ""),
        new ChatMessage(3, 0, "\u0001".repeat(ChatMessage.MAX_BYTES)));
  }
}
