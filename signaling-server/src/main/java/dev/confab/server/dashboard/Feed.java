package dev.confab.server.dashboard;

import dev.confab.protocol.CloseCode;
import dev.confab.protocol.LeaveReason;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.ServerMessage;
import dev.confab.server.net.Observer;
import dev.confab.server.room.ConnectionId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedDeque;

/// The last things that happened, newest first. The rooms' thread writes, any thread reads.
final class Feed implements Observer {
  static final int LENGTH = 200;

  private final InstantSource clock;
  private final ConcurrentLinkedDeque<Event> events = new ConcurrentLinkedDeque<>();

  /// Of `events`, known to the writer: to count them would take as long as there are many.
  private int size;

  Feed(InstantSource clock) {
    this.clock = clock;
  }

  /// `where` is a room, or empty; `who` a member or a connection by its number.
  ///
  /// @param times how often this happened, one right after the other
  record Event(long atMillis, String kind, String detail, String where, String who, int times) {
    boolean repeats(Event other) {
      return kind.equals(other.kind) && detail.equals(other.detail) && who.equals(other.who);
    }
  }

  List<Event> newestFirst() {
    return new ArrayList<>(events);
  }

  private void add(String kind, String detail, String where, String who) {
    Event event = new Event(clock.millis(), kind, detail, where, who, 1);
    Event last = events.peekFirst();
    if (last != null && event.repeats(last)) {
      // a client that is refused a hundred times a second is not to push everything else out
      events.pollFirst();
      events.addFirst(new Event(event.atMillis, kind, detail, where, who, last.times + 1));
      return;
    }
    events.addFirst(event);
    size++;
    if (size > LENGTH) {
      events.pollLast();
      size--;
    }
  }

  @Override
  public void came(RoomId room, PeerId peer, int members) {
    add("joined", "", room.value(), peer.value());
  }

  @Override
  public void went(RoomId room, PeerId peer, LeaveReason reason, int members) {
    add("left", label(reason), room.value(), peer.value());
  }

  @Override
  public void sent(ConnectionId to, ServerMessage message, int length) {
    if (message instanceof ServerMessage.Refused refused) {
      add("refused", refused.code(), "", number(to));
    } else if (message instanceof ServerMessage.Welcome welcome && welcome.resumed()) {
      add("resumed", "", "", number(to));
    }
  }

  @Override
  public void closing(ConnectionId id, CloseCode code) {
    add("closed", label(code), "", number(id));
  }

  @Override
  public void failed(ConnectionId id, Throwable bug) {
    add("fault", "", "", number(id));
  }

  private static String number(ConnectionId id) {
    return "#" + id.value();
  }

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
