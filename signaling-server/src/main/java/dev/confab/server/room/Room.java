package dev.confab.server.room;

import dev.confab.protocol.DisplayName;
import dev.confab.protocol.Member;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomId;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The members of one room, in the order in which they came.
final class Room {
  private final RoomId id;
  private final Map<PeerId, Member> members = new LinkedHashMap<>();

  Room(RoomId id) {
    this.id = id;
  }

  RoomId id() {
    return id;
  }

  int size() {
    return members.size();
  }

  boolean has(PeerId peer) {
    return members.containsKey(peer);
  }

  /// Whether someone is called so. Upper and lower case, and forms that look alike by Unicode's
  /// compatibility (NFKC), are the same: nobody should pass for another.
  boolean hasName(DisplayName name) {
    String folded = folded(name);
    return members.values().stream().anyMatch(member -> folded(member.name()).equals(folded));
  }

  private static String folded(DisplayName name) {
    // By way of the upper case: "ß" and "SS", and the two small sigmas, differ in lower case alone.
    String compatible = Normalizer.normalize(name.value(), Normalizer.Form.NFKC);
    return compatible.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  Member member(PeerId peer) {
    Member member = members.get(peer);
    if (member == null) {
      throw new IllegalStateException("not in this room: " + peer);
    }
    return member;
  }

  List<Member> members() {
    return List.copyOf(members.values());
  }

  /// Adds a member, or replaces what was known of it.
  void put(Member member) {
    members.put(member.peer(), member);
  }

  void remove(PeerId peer) {
    members.remove(peer);
  }
}
