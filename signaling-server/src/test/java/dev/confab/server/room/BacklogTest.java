package dev.confab.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.CloseCode;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.ServerMessage.Refused;
import dev.confab.protocol.ServerMessage.Signal;
import dev.confab.protocol.ServerMessage.Welcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What waits for clients that do not read, or are away: nobody can fill what is kept for another.
class BacklogTest {
  /// Of 256 messages, in a room of six.
  private static final int SHARE = 42;

  private static final String LARGE = "x".repeat(40_000);

  private final Hall hall = new Hall(6);
  private final Guest ann = hall.member("Ann");
  private final Guest bob = hall.member("Bob");
  private final Guest eve = hall.member("Eve");

  private void send(Guest from, int messages, String payload) {
    for (int i = 0; i < messages; i++) {
      from.signal(ann.place(), payload);
    }
  }

  private static long signals(Guest guest) {
    return guest.heard().stream().filter(Signal.class::isInstance).count();
  }

  private static List<String> refusals(Guest guest) {
    return guest.heard().stream()
        .filter(Refused.class::isInstance)
        .map(message -> ((Refused) message).code())
        .toList();
  }

  @Test
  void toAMemberThatKeepsUpAnyNumberIsSaid() {
    send(eve, 1000, LARGE);

    assertThat(signals(ann)).isEqualTo(1000);
  }

  @Test
  void whoFillsItsShareIsRefused_andOthersAreNot() {
    hall.sessions.fellBehind(ann.connection());
    send(eve, 100, "flood");
    send(bob, 10, "offer");

    assertThat(signals(ann)).isEqualTo(SHARE + 10);
    assertThat(refusals(eve)).hasSize(100 - SHARE).containsOnly(ErrorCode.TOO_FAST.wire());
    assertThat(refusals(bob)).isEmpty();
  }

  @Test
  void theShareIsAlsoOneOfBytes() {
    hall.sessions.fellBehind(ann.connection());
    send(eve, 10, LARGE);

    assertThat(signals(ann)).isEqualTo(4); // 174,762 bytes
  }

  @Test
  void whoHasCaughtUpIsToldAllAgain() {
    hall.sessions.fellBehind(ann.connection());
    send(eve, 100, "flood");
    hall.sessions.caughtUp(ann.connection());
    send(eve, 100, "flood");

    assertThat(signals(ann)).isEqualTo(SHARE + 100);
  }

  @Test
  void aFloodWhileAMemberIsAwayDoesNotCostItsPlace() {
    ann.losesItsSocket();
    send(eve, 1000, "flood");
    send(bob, 1, "offer");
    ann.comesBack();

    assertThat(ann.only(Welcome.class).resumed()).isTrue();
    assertThat(signals(ann)).isEqualTo(SHARE + 1);
  }

  @Test
  void whatIsKeptIsCounted_andNoLongerWhenASessionEnds() {
    long before = hall.sessions.keptBytes();
    send(eve, 10, LARGE);
    assertThat(hall.sessions.keptBytes() - before).isBetween(400_000L, 410_000L);

    List.of(ann, bob, eve).forEach(guest -> guest.departs(Departure.GOODBYE));
    assertThat(hall.sessions.keptBytes()).isZero();
  }

  @Test
  void theOneWhoDoesNotReadIsGivenUp() {
    send(eve, 10, LARGE);
    long before = hall.sessions.keptBytes();

    hall.run(hall.sessions.relieve(id -> id.equals(ann.connection()) ? 400_000 : 0));

    assertThat(hall.closed()).containsOnlyKeys(ann.connection());
    assertThat(hall.closed()).containsValue(CloseCode.TOO_SLOW);
    assertThat(before - hall.sessions.keptBytes()).isGreaterThan(400_000);
  }

  @Test
  void whoKeepsUpStaysAlsoWhileItIsWrittenTo() {
    send(eve, 10, LARGE);

    hall.run(hall.sessions.relieve(id -> id.equals(ann.connection()) ? 40_000 : 0));

    assertThat(hall.closed()).isEmpty();
  }

  @Test
  void whoReadsStays_andOnlyCannotResume() {
    send(eve, 10, LARGE);

    hall.run(hall.sessions.relieve(_ -> 0));
    assertThat(hall.closed()).isEmpty();

    long last = ann.lastSeq();
    var token = ann.welcome().resumeToken();
    ann.losesItsSocket();
    ann.comesBack(token, last - 1);
    assertThat(ann.only(Welcome.class).resumed()).isFalse();
  }

  @Test
  void whoHasEverythingCanResumeAfterAllWasForgotten() {
    send(eve, 10, LARGE);
    hall.run(hall.sessions.relieve(_ -> 0));

    ann.losesItsSocket();
    ann.comesBack();

    assertThat(ann.only(Welcome.class).resumed()).isTrue();
  }
}
