package dev.confab.server.dashboard;

import dev.confab.protocol.Member;
import dev.confab.protocol.PeerId;
import dev.confab.server.room.RoomView;
import dev.confab.server.room.RoomView.MemberView;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The rooms as JSON: those that are looked for, in the order that is wished, and no more than can
/// be read.
final class RoomList {
  static final int MOST_SHOWN = 200;

  private final List<RoomView> rooms;
  private final Guestbook guestbook;

  /// The rooms' clock counts from anywhere, in ms of [System#nanoTime].
  private final long toWallClock =
      System.currentTimeMillis() - TimeUnit.NANOSECONDS.toMillis(System.nanoTime());

  RoomList(List<RoomView> rooms, Guestbook guestbook) {
    this.rooms = rooms;
    this.guestbook = guestbook;
  }

  /// `search` is a part of a room's or a member's name; `order` is `name`, `newest` or, else, by
  /// size.
  Map<String, Object> found(String search, String order) {
    String wanted = search.strip().toLowerCase(Locale.ROOT);
    List<RoomView> matching =
        rooms.stream().filter(room -> matches(room, wanted)).sorted(by(order)).toList();
    return Map.of(
        "total",
        rooms.size(),
        "matching",
        matching.size(),
        "shown",
        matching.stream().limit(MOST_SHOWN).map(this::row).toList());
  }

  private static boolean matches(RoomView room, String wanted) {
    return wanted.isEmpty()
        || room.room().value().contains(wanted)
        || room.members().stream()
            .anyMatch(it -> it.member().name().value().toLowerCase(Locale.ROOT).contains(wanted));
  }

  private Comparator<RoomView> by(String order) {
    Comparator<RoomView> byName = Comparator.comparing(room -> room.room().value());
    return switch (order) {
      case "name" -> byName;
      case "newest" -> Comparator.comparingLong(this::since).reversed().thenComparing(byName);
      default ->
          Comparator.comparingInt((RoomView room) -> room.members().size())
              .reversed()
              .thenComparing(byName);
    };
  }

  /// Since when there has been someone who still is.
  private long since(RoomView room) {
    return room.members().stream().mapToLong(MemberView::since).min().orElse(0);
  }

  private Map<String, Object> row(RoomView room) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", room.room().value());
    row.put("members", room.members().size());
    row.put("since", since(room) + toWallClock);
    row.put("door", room.door().wire());
    row.put("password", room.hasPassword());
    row.put("waiting", room.waiting());
    return row;
  }

  /// Empty when there is no such room.
  Optional<Map<String, Object>> detail(String id) {
    return rooms.stream()
        .filter(room -> room.room().value().equals(id))
        .findFirst()
        .map(this::detail);
  }

  private Map<String, Object> detail(RoomView room) {
    Map<String, Object> detail = row(room);
    detail.put("people", room.members().stream().map(this::person).toList());
    return detail;
  }

  private Map<String, Object> person(MemberView view) {
    Member member = view.member();
    PeerId peer = member.peer();
    Map<String, Object> person = new LinkedHashMap<>();
    person.put("peer", peer.value());
    person.put("name", member.name().value());
    person.put("microphone", member.media().microphone());
    person.put("camera", member.media().camera());
    person.put("hand", member.media().hand());
    person.put("owner", view.owner());
    person.put("since", view.since() + toWallClock);
    person.put("signals", guestbook.signals(peer));
    return person;
  }
}
