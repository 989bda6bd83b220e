package dev.confab.server.room;

import dev.confab.protocol.DisplayName;
import dev.confab.protocol.Door;
import dev.confab.protocol.KnockId;
import dev.confab.protocol.Member;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.RoomState;
import dev.confab.protocol.ServerMessage;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One room: its members and those who wait at its door, each in the order in which they came, and
/// what its owners have made of it.
final class Room {
  /// Of those who were taken out, so many are remembered.
  static final int MAX_BANNED = 256;

  private final RoomId id;
  private final Map<PeerId, Occupant> occupants = new LinkedHashMap<>();
  private final Map<KnockId, Knocker> knockers = new LinkedHashMap<>();
  private final Set<PeerId> owners = new LinkedHashSet<>();
  private Set<String> banned = Set.of();
  private Door door = Door.OPEN;
  private @Nullable PasswordHash password;

  Room(RoomId id) {
    this.id = id;
  }

  RoomId id() {
    return id;
  }

  int size() {
    return occupants.size();
  }

  boolean has(PeerId peer) {
    return occupants.containsKey(peer);
  }

  /// Whether someone is called so. Upper and lower case, and forms that look alike by Unicode's
  /// compatibility (NFKC), are the same: nobody should pass for another.
  boolean hasName(DisplayName name) {
    String folded = folded(name);
    return occupants.values().stream().anyMatch(it -> folded(it.member().name()).equals(folded));
  }

  private static String folded(DisplayName name) {
    // By way of the upper case: "ß" and "SS", and the two small sigmas, differ in lower case alone.
    String compatible = Normalizer.normalize(name.value(), Normalizer.Form.NFKC);
    return compatible.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  Occupant occupant(PeerId peer) {
    Occupant occupant = occupants.get(peer);
    if (occupant == null) {
      throw new IllegalStateException("not in this room: " + peer);
    }
    return occupant;
  }

  List<Occupant> occupants() {
    return List.copyOf(occupants.values());
  }

  List<Member> others(PeerId self) {
    return occupants.values().stream()
        .map(Occupant::member)
        .filter(member -> !member.peer().equals(self))
        .toList();
  }

  /// Adds a member, or replaces what was known of it.
  void put(Occupant occupant) {
    occupants.put(occupant.member().peer(), occupant);
  }

  void remove(PeerId peer) {
    occupants.remove(peer);
    owners.remove(peer);
  }

  boolean isOwner(PeerId peer) {
    return owners.contains(peer);
  }

  void setOwner(PeerId peer, boolean owner) {
    if (owner) {
      owners.add(peer);
    } else {
      owners.remove(peer);
    }
  }

  /// When no owner is left, the room falls to the one who is there longest of those who may own it.
  void succeed() {
    if (owners.isEmpty()) {
      occupants.values().stream()
          .filter(Occupant::mayOwn)
          .findFirst()
          .ifPresent(heir -> owners.add(heir.member().peer()));
    }
  }

  RoomState state() {
    return new RoomState(door, password != null, List.copyOf(owners));
  }

  Door door() {
    return door;
  }

  void door(Door newDoor) {
    door = newDoor;
  }

  @Nullable PasswordHash password() {
    return password;
  }

  void password(@Nullable PasswordHash hash) {
    password = hash;
  }

  boolean isBanned(String session) {
    return banned.contains(session);
  }

  void ban(String session) {
    banned = banned.isEmpty() ? new LinkedHashSet<>() : banned;
    banned.add(session);
    if (banned.size() > MAX_BANNED) {
      banned.remove(banned.iterator().next());
    }
  }

  Map<KnockId, Knocker> knockers() {
    return knockers;
  }

  List<Notice> toAll(ServerMessage message) {
    return occupants.keySet().stream().map(peer -> new Notice(peer, message)).toList();
  }

  List<Notice> toOthers(PeerId self, ServerMessage message) {
    return toAll(message).stream().filter(notice -> !notice.to().equals(self)).toList();
  }

  List<Notice> toOwners(ServerMessage message) {
    return owners.stream().map(owner -> new Notice(owner, message)).toList();
  }

  /// What has changed since the room was like `before`: everyone is told, and new owners hear who
  /// waits.
  List<Notice> changesSince(RoomState before) {
    RoomState now = state();
    if (now.equals(before)) {
      return List.of();
    }
    List<Notice> notices = new ArrayList<>(toAll(new ServerMessage.RoomUpdated(0, now)));
    now.owners().stream()
        .filter(owner -> !before.owners().contains(owner))
        .forEach(owner -> notices.addAll(whoWaits(owner)));
    return notices;
  }

  List<Notice> whoWaits(PeerId owner) {
    return knockers.values().stream()
        .map(it -> new ServerMessage.Knock(0, it.id(), it.occupant().member().name()))
        .map(knock -> new Notice(owner, knock))
        .toList();
  }
}
