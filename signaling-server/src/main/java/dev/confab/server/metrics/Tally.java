package dev.confab.server.metrics;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.CloseCode;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.LeaveReason;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.ServerMessage;
import dev.confab.server.net.Observer;
import dev.confab.server.net.Rejection;
import dev.confab.server.room.ConnectionId;
import dev.confab.server.room.Departure;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Counts what happens. Is written to by the rooms' thread alone; what is public may be read on
/// any.
public final class Tally implements Observer {
  private static final String OTHER = "other";

  /// No close frame: the socket broke, or was silent for too long.
  private static final int NO_CLOSE_FRAME = 1006;

  final Count members = new Count();
  final Count rooms = new Count();
  final Count connections = new Count();
  final Count opened = new Count();
  final Count faults = new Count();
  final Count joins = new Count();
  final Count resumed = new Count();
  final Count notResumed = new Count();
  final Count received = new Count();
  final Count receivedLength = new Count();
  final Count relayed = new Count();
  final Count relayedLength = new Count();
  final Map<String, Count> leaves = new TreeMap<>();
  final Map<String, Count> refused = new TreeMap<>();
  final Map<String, Count> closed = new TreeMap<>();
  final Map<String, Count> turnedAway = new TreeMap<>();
  final Times joining = new Times();
  final Times relaying = new Times();

  /// What the step that runs is about; null between two of them, and where none arrived.
  private @Nullable ClientMessage step;

  private long arrivedNanos;

  /// When joins arrived that are not decided: a password takes longer than a step.
  private final Map<ConnectionId, Long> joinsArrived = new HashMap<>();

  public Tally() {
    for (LeaveReason reason : LeaveReason.values()) {
      leaves.put(label(reason), new Count());
    }
    for (ErrorCode code : ErrorCode.values()) {
      refused.put(code.wire(), new Count());
    }
    for (CloseCode code : CloseCode.values()) {
      closed.put(label(code), new Count());
    }
    for (Rejection why : Rejection.values()) {
      turnedAway.put(why.label(), new Count());
    }
    closed.put("lost", new Count());
    closed.put(OTHER, new Count());
    refused.put(OTHER, new Count());
  }

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The labels are all there from the beginning, and so bounded, whatever a client sends.
  private static void count(Map<String, Count> counts, String label) {
    Count count = counts.get(label);
    if (count == null) {
      count = counts.get(OTHER);
    }
    if (count != null) {
      count.increment();
    }
  }

  @Override
  public void came(RoomId room, PeerId peer, int membersNow) {
    joins.increment();
    members.increment();
    rooms.add(membersNow == 1 ? 1 : 0);
  }

  @Override
  public void went(RoomId room, PeerId peer, LeaveReason reason, int membersNow) {
    count(leaves, label(reason));
    members.add(-1);
    rooms.add(membersNow == 0 ? -1 : 0);
  }

  @Override
  public void turnedAway(Rejection why) {
    count(turnedAway, why.label());
  }

  @Override
  public void opened(ConnectionId id, int connectionsNow) {
    opened.increment();
    connections.increment();
  }

  @Override
  public void received(ConnectionId from, ClientMessage message, int length, long arrived) {
    received.increment();
    receivedLength.add(length);
    step = message;
    if (message instanceof ClientMessage.Join) {
      joinsArrived.put(from, arrived);
    }
    arrivedNanos = arrived;
  }

  @Override
  public void sent(ConnectionId to, ServerMessage message, int length) {
    if (message instanceof ServerMessage.Welcome welcome) {
      welcomed(welcome);
    } else if (isResuming()) {
      return; // it was counted when it was sent for the first time
    } else if (message instanceof ServerMessage.Signal) {
      relayed.increment();
      relayedLength.add(length);
      relaying.record(System.nanoTime() - arrivedNanos);
    } else if (message instanceof ServerMessage.Joined) {
      Long arrived = joinsArrived.remove(to);
      if (arrived != null) {
        joining.record(System.nanoTime() - arrived);
      }
    } else if (message instanceof ServerMessage.Waiting) {
      joinsArrived.remove(to); // from now on it is an owner who takes the time
    } else if (message instanceof ServerMessage.Refused it) {
      joinsArrived.remove(to);
      count(refused, it.code());
    }
  }

  private boolean isResuming() {
    return step instanceof ClientMessage.Hello hello && hello.resume() != null;
  }

  private void welcomed(ServerMessage.Welcome welcome) {
    if (welcome.resumed()) {
      resumed.increment();
    } else if (isResuming()) {
      notResumed.increment();
    }
  }

  @Override
  public void settled() {
    step = null;
  }

  @Override
  public void closing(ConnectionId id, CloseCode code) {
    switch (code) {
      case SERVER_FULL -> turnedAway(Rejection.SERVER_FULL);
      case NO_HELLO -> turnedAway(Rejection.NO_HELLO);
      case UNSUPPORTED_VERSION -> turnedAway(Rejection.VERSION);
      case NORMAL,
          GOING_AWAY,
          NOT_TEXT,
          TOO_BIG,
          INTERNAL_ERROR,
          TOO_MANY_ERRORS,
          TOO_FAST,
          TOO_SLOW,
          REPLACED,
          TOO_MANY_FROM_ADDRESS,
          IDLE -> {}
    }
  }

  @Override
  public void ended(ConnectionId id, int code, Departure departure, int connectionsNow) {
    connections.add(-1);
    joinsArrived.remove(id);
    String label =
        code == NO_CLOSE_FRAME ? "lost" : CloseCode.of(code).map(Tally::label).orElse(OTHER);
    count(closed, label);
  }

  @Override
  public void failed(ConnectionId id, Throwable bug) {
    faults.increment();
  }

  /// What has been counted so far.
  public Reading read() {
    return new Reading(
        members.value(),
        rooms.value(),
        connections.value(),
        joins.value(),
        leaves.values().stream().mapToLong(Count::value).sum(),
        received.value(),
        relayed.value(),
        notZero(refused),
        notZero(closed),
        relaying.buckets());
  }

  private static Map<String, Long> notZero(Map<String, Count> counts) {
    Map<String, Long> found = new TreeMap<>();
    counts.forEach(
        (label, count) -> {
          if (count.value() > 0) {
            found.put(label, count.value());
          }
        });
    return found;
  }
}
