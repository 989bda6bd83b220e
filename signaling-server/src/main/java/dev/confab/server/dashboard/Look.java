package dev.confab.server.dashboard;

import dev.confab.protocol.json.JsonLine;
import dev.confab.server.dashboard.Feed.Event;
import dev.confab.server.dashboard.Snapshots.Seen;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// All that the page shows at one moment, as JSON.
final class Look {
  private final Snapshots snapshots;
  private final Figures figures;
  private final Feed feed;
  private final Guestbook guestbook;

  Look(Snapshots snapshots, Figures figures, Feed feed, Guestbook guestbook) {
    this.snapshots = snapshots;
    this.figures = figures;
    this.feed = feed;
    this.guestbook = guestbook;
  }

  /// What someone looks at: a search and an order for the list of rooms, and a room, if any.
  record Wish(String search, String order, String room) {}

  /// Empty when the rooms' thread does not answer.
  Optional<String> at(Wish wish) throws InterruptedException {
    return snapshots.take().map(seen -> JsonLine.of(all(seen, wish)));
  }

  private Map<String, Object> all(Seen seen, Wish wish) {
    RoomList list = new RoomList(seen.rooms(), guestbook);
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("at", System.currentTimeMillis());
    all.put("now", figures.now(seen.vitals()));
    all.put("hour", figures.lastHour());
    all.put("rooms", list.found(wish.search(), wish.order()));
    all.put("events", feed.newestFirst().stream().map(Look::event).toList());
    list.detail(wish.room()).ifPresent(room -> all.put("room", room));
    return all;
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
