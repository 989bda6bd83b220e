package dev.confab.client.call;

import dev.confab.protocol.ChannelMessage;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.EntryWay;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.IceServer;
import dev.confab.protocol.InstanceId;
import dev.confab.protocol.LeaveReason;
import dev.confab.protocol.Limits;
import dev.confab.protocol.MediaState;
import dev.confab.protocol.Member;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.PeerMessage;
import dev.confab.protocol.ResumeToken;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.RoomState;
import dev.confab.protocol.ServerMessage;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Plays events to the reducer, one after the other, and keeps the state and the effects of the
/// last one.
final class Rehearsal {
  static final ServerAddress SERVER = new ServerAddress(URI.create("wss://example.org/"));
  static final RoomId ROOM = new RoomId("garden");
  static final DisplayName ANNA = new DisplayName("Anna");
  static final JoinRequest REQUEST = new JoinRequest(SERVER, ROOM, ANNA, false);
  static final InstanceId INSTANCE = new InstanceId("anna-once");
  static final InstanceId BENS = new InstanceId("ben-once");
  static final PeerId SELF = new PeerId("self");
  static final Member BEN =
      new Member(new PeerId("ben"), new DisplayName("Ben"), new MediaState(true, true));

  static final Member CARLA =
      new Member(new PeerId("carla"), new DisplayName("Carla"), new MediaState(true, true));

  private CallState state = CallState.initial(MediaWish.DEFAULT);
  private final List<CallEffect> effects = new ArrayList<>();
  private long attempt;
  private long requests = 100;

  CallState state() {
    return state;
  }

  /// What the last event, or the last few played together, wanted done.
  List<CallEffect> effects() {
    return effects;
  }

  Rehearsal play(CallEvent... events) {
    effects.clear();
    Arrays.stream(events).forEach(this::step);
    return this;
  }

  private void step(CallEvent event) {
    CallReducer.Step step = CallReducer.reduce(state, event);
    state = step.state();
    effects.addAll(step.effects());
    for (CallEffect effect : step.effects()) {
      if (effect instanceof CallEffect.OpenSignaling open) {
        attempt = open.attempt();
      }
      if (effect instanceof CallEffect.OwnerRequest request) {
        step(new CallEvent.OwnerRequestSent(attempt, ++requests, request));
      }
    }
  }

  /// In the room, with these others already there.
  static Rehearsal inRoom(Member... others) {
    Rehearsal rehearsal = new Rehearsal();
    rehearsal.play(new CallEvent.JoinWished(REQUEST, INSTANCE));
    rehearsal.play(rehearsal.session(false), rehearsal.joined(others));
    return rehearsal;
  }

  CallEvent session(boolean resumed) {
    return session(resumed, List.of());
  }

  /// A new session with a server that offers these.
  CallEvent session(IceServer... offered) {
    return session(false, List.of(offered));
  }

  private CallEvent session(boolean resumed, List<IceServer> offered) {
    return session(resumed, offered, EntryWay.UNSAID);
  }

  /// A session with a server that allows everything.
  CallEvent careful(boolean resumed) {
    return session(resumed, List.of(), EnumSet.allOf(EntryWay.class));
  }

  private CallEvent session(boolean resumed, List<IceServer> offered, Set<EntryWay> ways) {
    ResumeToken token = new ResumeToken("t".repeat(43));
    return new CallEvent.SessionOpened(
        attempt,
        new ServerMessage.Welcome(1, 1, 1, "s", token, resumed, 0, offered, Limits.DEFAULT, ways));
  }

  /// In the room, whose state this is.
  CallEvent joined(RoomState room, Member... others) {
    return said(new ServerMessage.Joined(2, 2, ROOM, SELF, List.of(others), room, null));
  }

  /// The answer to the newest request of an owner.
  CallEvent done() {
    return said(new ServerMessage.Done(6, requests));
  }

  CallEvent notDone(ErrorCode code) {
    return said(new ServerMessage.Refused(6, requests, code.wire(), "no"));
  }

  CallEvent said(ServerMessage message) {
    return new CallEvent.ServerSaid(attempt, message);
  }

  CallEvent joined(Member... others) {
    return said(new ServerMessage.Joined(2, 2, ROOM, SELF, List.of(others)));
  }

  CallEvent came(Member member) {
    return said(new ServerMessage.MemberJoined(3, member));
  }

  CallEvent left(Member member) {
    return said(new ServerMessage.MemberLeft(4, member.peer(), LeaveReason.LEFT));
  }

  CallEvent refused(ErrorCode code) {
    return said(new ServerMessage.Refused(5, 2L, code.wire(), "no"));
  }

  CallEvent heard(PeerMessage message) {
    return heard(BEN.peer(), message);
  }

  CallEvent heard(PeerId from, PeerMessage message) {
    return new CallEvent.PeerSaid(attempt, from, message);
  }

  CallEvent interrupted() {
    return new CallEvent.SignalingInterrupted(attempt);
  }

  CallEvent rejoinDue() {
    return new CallEvent.RejoinDue(attempt);
  }

  CallEvent ended(CallFailure failure) {
    return new CallEvent.SignalingEnded(attempt, failure);
  }

  /// The connection to Ben.
  PeerKey ben() {
    return session().key();
  }

  PeerSession session() {
    return session(BEN);
  }

  PeerSession session(Member member) {
    if (state.stage() instanceof CallState.InRoom room) {
      return room.peers().find(member.name()).orElseThrow();
    }
    throw new AssertionError("not in a room: " + state.stage());
  }

  /// Ben's connection stands, and he has greeted.
  Rehearsal connected() {
    return play(
        new CallEvent.LinkChanged(ben(), RemotePeer.Link.CONNECTED),
        new CallEvent.ChatOpened(ben()),
        channel(new ChannelMessage.Greeting(BENS)));
  }

  /// Ben says it over the data channel.
  CallEvent channel(ChannelMessage message) {
    return new CallEvent.ChannelSaid(ben(), 5, message);
  }
}
