package dev.confab.server.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.confab.protocol.CloseCode;
import dev.confab.protocol.ServerMessage.IceServers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What time brings to those who have a socket.
class UpkeepTest {
  private static final Duration MOMENT = Duration.ofSeconds(2);

  private final Hall hall = new Hall();

  @Test
  void whoIsInNoRoomAndSaysNothingHasToGo() {
    Guest ann = hall.guest("Ann");
    hall.passes(Hall.IDLE.minus(MOMENT));
    assertThat(hall.closed()).isEmpty();
    hall.passes(MOMENT);
    assertThat(hall.closed()).containsOnly(entry(ann.connection(), CloseCode.IDLE));
  }

  @Test
  void whoSaysSomethingMayStay() {
    Guest ann = hall.guest("Ann");
    hall.passes(Hall.IDLE.minus(MOMENT));
    ann.leave(); // is refused, and a sign all the same
    hall.passes(Hall.IDLE.minus(MOMENT));
    assertThat(hall.closed()).isEmpty();
  }

  @Test
  void whoIsInARoomMaySayNothingForDays() {
    hall.member("Ann");
    hall.passes(Duration.ofDays(3));
    assertThat(hall.closed()).isEmpty();
  }

  @Test
  void whoIsNotThereIsNotClosed() {
    Guest ann = hall.guest("Ann");
    ann.losesItsSocket();
    hall.passes(Hall.IDLE.plus(MOMENT));
    assertThat(hall.closed()).isEmpty();
  }

  @Test
  void whoStaysGetsNewCredentialsAgainAndAgain() {
    Guest ann = hall.member("Ann");
    hall.passes(Hall.RENEWAL.minus(MOMENT));
    assertThat(ann.heard()).noneMatch(IceServers.class::isInstance);
    hall.passes(MOMENT);
    hall.passes(MOMENT);
    assertThat(ann.last()).isEqualTo(new IceServers(3, List.of(Hall.STUN)));
    hall.passes(Hall.RENEWAL);
    assertThat(ann.last()).isEqualTo(new IceServers(4, List.of(Hall.STUN)));
  }

  @Test
  void aWelcomeIsAsGood() {
    Guest ann = hall.member("Ann");
    hall.passes(Hall.RENEWAL.minus(MOMENT));
    ann.losesItsSocket();
    ann.comesBack();
    hall.passes(Hall.RENEWAL.minus(MOMENT));
    assertThat(ann.heard()).noneMatch(IceServers.class::isInstance);
  }
}
