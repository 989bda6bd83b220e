package dev.confab.server.dashboard;

import dev.confab.protocol.json.JsonLine;
import dev.confab.server.dashboard.Feed.Event;
import dev.confab.server.http.Pulse;
import dev.confab.server.net.Vitals;
import dev.confab.server.room.RoomView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that the page shows at one moment, as JSON.
final class Look {
  private final Pulse pulse;
  private final Snapshots snapshots;
  private final Figures figures;
  private final Feed feed;
  private final Guestbook guestbook;

  Look(Pulse pulse, Snapshots snapshots, Figures figures, Feed feed, Guestbook guestbook) {
    this.pulse = pulse;
    this.snapshots = snapshots;
    this.figures = figures;
    this.feed = feed;
    this.guestbook = guestbook;
  }

  /// What someone looks at: a search and an order for the list of rooms, and a room, if any.
  record Wish(String search, String order, String room) {}

  /// Empty when the rooms' thread does not answer.
  Optional<String> at(Wish wish) throws InterruptedException {
    Optional<Vitals> vitals = pulse.take();
    Optional<List<RoomView>> rooms = snapshots.take();
    if (vitals.isEmpty() || rooms.isEmpty()) {
      return Optional.empty();
    }
    RoomList list = new RoomList(rooms.get(), guestbook);
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("at", System.currentTimeMillis());
    all.put("now", figures.now(vitals.get()));
    all.put("hour", figures.lastHour());
    all.put("rooms", list.found(wish.search(), wish.order()));
    all.put("events", feed.newestFirst().stream().map(Look::event).toList());
    list.detail(wish.room()).ifPresent(room -> all.put("room", room));
    return Optional.of(JsonLine.of(all));
  }

  private static Map<String, Object> event(Event event) {
    return Map.of(
        "at", event.atMillis(),
        "kind", event.kind(),
        "detail", event.detail(),
        "where", event.where(),
        "who", event.who(),
        "times", event.times());
  }
}
