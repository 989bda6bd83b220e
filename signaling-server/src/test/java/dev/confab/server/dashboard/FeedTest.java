package dev.confab.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.LeaveReason;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.ServerMessage;
import dev.confab.server.dashboard.Feed.Event;
import dev.confab.server.room.ConnectionId;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class FeedTest {
  private static final RoomId TEA = new RoomId("tea");

  private final Feed feed = new Feed(InstantSource.fixed(Instant.EPOCH));

  @Test
  void theNewestComesFirst() {
    feed.came(TEA, new PeerId("ann"), 1);
    feed.went(TEA, new PeerId("ann"), LeaveReason.LOST, 0);
    assertThat(feed.newestFirst()).extracting(Event::kind).containsExactly("left", "joined");
    assertThat(feed.newestFirst().getFirst().detail()).isEqualTo("lost");
  }

  @Test
  void itHoldsTheLastTwoHundred() {
    for (int i = 0; i < 500; i++) {
      feed.came(TEA, new PeerId("p" + i), 1);
    }
    assertThat(feed.newestFirst()).hasSize(Feed.LENGTH);
    assertThat(feed.newestFirst().getFirst().who()).isEqualTo("p499");
  }

  @Test
  void whoIsRefusedAgainAndAgainIsOneEvent() {
    feed.came(TEA, new PeerId("ann"), 1);
    for (int i = 0; i < 300; i++) {
      feed.sent(new ConnectionId(7), new ServerMessage.Refused(0, null, "too-fast", ""), 10);
    }
    assertThat(feed.newestFirst()).hasSize(2);
    assertThat(feed.newestFirst().getFirst().times()).isEqualTo(300);
    assertThat(feed.newestFirst().getFirst().who()).isEqualTo("#7");
  }
}
