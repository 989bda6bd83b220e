package dev.confab.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.DisplayName;
import dev.confab.protocol.Door;
import dev.confab.protocol.MediaState;
import dev.confab.protocol.Member;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomId;
import dev.confab.server.room.RoomView;
import dev.confab.server.room.RoomView.MemberView;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoomListTest {
  private final RoomList list =
      new RoomList(
          IntStream.range(0, 10_000).mapToObj(RoomListTest::room).toList(), new Guestbook());

  private static RoomView room(int i) {
    Member member =
        new Member(new PeerId("p" + i), new DisplayName("Member " + i), MediaState.NOTHING);
    RoomId name = new RoomId("room-" + i);
    return new RoomView(name, Door.OPEN, false, 0, List.of(new MemberView(member, true, i)));
  }

  @Test
  void ofTenThousandRoomsTwoHundredAreShownAndAllAreCounted() {
    Map<String, Object> found = list.found("", "size");
    assertThat(found).containsEntry("total", 10_000).containsEntry("matching", 10_000);
    assertThat((List<?>) found.get("shown")).hasSize(RoomList.MOST_SHOWN);
  }

  @Test
  void theNewestMayComeFirst() {
    assertThat(list.found("", "newest").toString()).contains("shown=[{id=room-9999,");
    assertThat(list.found("", "name").toString()).contains("shown=[{id=room-0,");
  }

  @Test
  void aRoomIsFoundByItsNameAndByAMembers() {
    assertThat(list.found("ROOM-9999", "name")).containsEntry("matching", 1);
    assertThat(list.found("member 1234", "name")).containsEntry("matching", 1);
    assertThat(list.found("nobody", "name")).containsEntry("matching", 0);
  }
}
