package dev.confab.server.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.Limits;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What all from one address may say together, with a clock that the test turns.
class PartTest {
  private static final int MANY = AccessRules.DEFAULT.maxConnections();
  private static final int BUSY = AccessRules.DEFAULT.busyConnections();
  private static final int A_SECOND = BUSY * Limits.DEFAULT.messagesPerSecond();
  private static final int AT_ONCE = RateLimit.BURST_SECONDS * A_SECOND;
  private static final int LENGTH = 100;

  private long now = 1;
  private final Visitors visitors =
      new Visitors(AccessRules.DEFAULT.withLimits(MANY, MANY), Limits.DEFAULT, () -> now);

  private RateLimit comes() {
    assertThat(visitors.enter("a")).isEqualTo(Verdict.ADMIT);
    return visitors.rateLimit("a");
  }

  private List<RateLimit> come(int connections) {
    List<RateLimit> all = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      visitors.enter("a");
    }
    for (int i = 0; i < connections; i++) {
      all.add(visitors.rateLimit("a"));
    }
    return all;
  }

  /// Each says a message of this length, so often a second, for so long.
  private Map<Verdict, Integer> say(List<RateLimit> all, int length, int aSecond, int seconds) {
    Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    for (int i = 0; i < aSecond * seconds; i++) {
      now += TimeUnit.SECONDS.toNanos(1) / aSecond;
      for (RateLimit each : all) {
        verdicts.merge(each.take(length, now), 1, Integer::sum);
      }
    }
    return verdicts;
  }

  private static Map<Verdict, Integer> sayAtOnce(List<RateLimit> all, int messages, long now) {
    Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    for (RateLimit each : all) {
      for (int i = 0; i < messages; i++) {
        verdicts.merge(each.take(1000, now), 1, Integer::sum);
      }
    }
    return verdicts;
  }

  @Test
  void aWholeOfficeThatComesBackIntoCallsOfSixIsNotRefusedAnything() {
    int each = 2 + 5 * 11; // hello, join; and to five others a description and ten candidates
    assertThat(sayAtOnce(come(MANY), each, now))
        .containsExactly(Map.entry(Verdict.ADMIT, MANY * each));
  }

  @Test
  void manyConnectionsDoNotMakeTheLoadOfMany() {
    Map<Verdict, Integer> verdicts = say(come(MANY), LENGTH, 99, 10);
    assertThat(verdicts.getOrDefault(Verdict.ADMIT, 0))
        .isBetween(10 * A_SECOND, 10 * A_SECOND + 2 * AT_ONCE);
    assertThat(verdicts).containsKey(Verdict.CUT);
  }

  @Test
  void norOfBytes() {
    Map<Verdict, Integer> verdicts = say(come(MANY), 50_000, 5, 20);
    long aSecond = (long) BUSY * Limits.DEFAULT.bytesPerSecond();
    assertThat(verdicts.getOrDefault(Verdict.ADMIT, 0) * 50_000L)
        .isBetween(20 * aSecond, (20 + 2 * RateLimit.BYTES_BURST_SECONDS) * aSecond);
    assertThat(verdicts).containsKey(Verdict.CUT);
  }

  @Test
  void whoSaysLittleNoticesNothingOfTheOthersAtItsAddress() {
    List<RateLimit> all = come(MANY);
    List<RateLimit> quiet = List.of(all.removeFirst());
    for (int i = 0; i < 20; i++) {
      say(all, LENGTH, 99, 1);
      assertThat(say(quiet, 5_000, 8, 1)).containsOnlyKeys(Verdict.ADMIT);
    }
  }

  @Test
  void whoComesInMeanwhileCanJoinACallOfSix() {
    List<RateLimit> all = come(MANY - 1);
    assertThat(say(all, LENGTH, 99, 10)).containsKey(Verdict.REFUSE);
    List<RateLimit> late = List.of(comes());
    assertThat(sayAtOnce(late, 57, now)).containsExactly(Map.entry(Verdict.ADMIT, 57));
  }

  @Test
  void aLittleTooMuchTogetherIsRefusedAndNobodyIsCutOffForWhatItSaidBefore() {
    List<RateLimit> all = come(2 * BUSY);
    assertThat(say(all, LENGTH, 45, 60)).containsOnlyKeys(Verdict.ADMIT);
    assertThat(say(all, LENGTH, 55, 1)).doesNotContainKey(Verdict.CUT);
  }

  /// What is kept for a session, at most.
  private static final int REPLAY = 1 << 20;

  private boolean hearsAgain(int length) {
    RateLimit rate = comes();
    boolean may = rate.mayHearAgain(length, now);
    visitors.leave("a");
    return may;
  }

  @Test
  void whoWantsToHearAllAgainAndAgainIsRefusedUntilTimeHasPassed() {
    int heard = 0;
    for (int i = 0; i < 50; i++) {
      heard += hearsAgain(REPLAY) ? 1 : 0;
    }
    assertThat(heard).isEqualTo(BUSY);
    now += TimeUnit.SECONDS.toNanos(60);
    assertThat(hearsAgain(REPLAY)).isTrue();
  }

  @Test
  void whoseLineIsBadMayComeBackForEver() {
    for (int i = 0; i < 1000; i++) {
      now += TimeUnit.SECONDS.toNanos(2);
      assertThat(hearsAgain(REPLAY)).isTrue();
    }
  }

  @Test
  void whoMissedLittleMayHearItWhateverTheOthersAtItsAddressDo() {
    List<RateLimit> all = come(MANY - 1);
    say(all, 50_000, 5, 20);
    assertThat(hearsAgain(100_000)).isTrue();
  }

  @Test
  void whenTheStormIsOverAllIsAsBefore() {
    List<RateLimit> all = come(MANY);
    assertThat(say(all, LENGTH, 99, 10)).containsKey(Verdict.CUT);
    now += TimeUnit.SECONDS.toNanos(10);
    assertThat(sayAtOnce(all, 57, now)).containsOnlyKeys(Verdict.ADMIT);
  }

  @Test
  void whoGoesAndComesAgainFindsTheBucketOfItsAddressAsItLeftIt() {
    List<RateLimit> all = come(MANY);
    say(all, LENGTH, 99, 10);
    all.forEach(_ -> visitors.leave("a"));
    now += TimeUnit.SECONDS.toNanos(1);
    assertThat(sayAtOnce(come(MANY), 90, now)).containsKey(Verdict.REFUSE);
  }

  @Test
  void whoComesAndGoesAgainAndAgainGetsNoMoreThanNewcomersDo() {
    say(come(MANY - 1), LENGTH, 99, 10);
    int admitted = 0;
    for (int i = 0; i < 100; i++) {
      RateLimit rate = comes();
      admitted += sayAtOnce(List.of(rate), 299, now).getOrDefault(Verdict.ADMIT, 0);
      visitors.leave("a");
      now += TimeUnit.SECONDS.toNanos(1) / AccessRules.DEFAULT.connectionsPerSecond();
    }
    assertThat(admitted).isLessThan(5 * A_SECOND + 100 * 60);
  }

  @Test
  void anotherAddressHasItsOwn() {
    say(come(MANY), LENGTH, 99, 10);
    visitors.enter("b");
    assertThat(sayAtOnce(List.of(visitors.rateLimit("b")), 300, now))
        .containsOnlyKeys(Verdict.ADMIT);
  }

  @Test
  void whereMoreMayComeFromAnAddressItMaySayMore() {
    assertThat(AccessRules.DEFAULT.withLimits(1000, 20).busyConnections()).isEqualTo(200);
    assertThat(AccessRules.DEFAULT.withLimits(3, 20).busyConnections()).isEqualTo(20);
  }
}
