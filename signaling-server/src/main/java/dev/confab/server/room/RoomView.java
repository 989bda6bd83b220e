package dev.confab.server.room;

import dev.confab.protocol.Door;
import dev.confab.protocol.Member;
import dev.confab.protocol.RoomId;
import java.util.List;

/// A room as the server's operator sees it. `waiting` is how many knock.
public record RoomView(
    RoomId room, Door door, boolean hasPassword, int waiting, List<MemberView> members) {
  public RoomView {
    members = List.copyOf(members);
  }

  /// `since` is when it joined, on the clock that the sessions are told the time by.
  public record MemberView(Member member, boolean owner, long since) {}
}
