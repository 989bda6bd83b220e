package dev.confab.server.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What was wanted in a minute counts, and who has wanted nothing goes first.
class FairLineTest {
  private static final int MOST = 4;

  private long now = Long.MAX_VALUE - 5;
  private final FairLine line = new FairLine("line", MOST, () -> now);
  private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
  private final CountDownLatch go = new CountDownLatch(1);

  @BeforeEach
  void someoneIsAtIt() throws Exception {
    isAtItUntil(go);
  }

  private void isAtItUntil(CountDownLatch end) {
    CountDownLatch begun = new CountDownLatch(1);
    line.submit(
        "eve",
        () -> {
          begun.countDown();
          await(end);
        },
        () -> done.add("never"));
    await(begun);
  }

  @AfterEach
  void end() {
    line.close();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void wants(String who) {
    line.submit(who, () -> done.add(who), () -> done.add("not " + who));
  }

  private List<String> next(int count) throws Exception {
    go.countDown();
    List<String> order = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      order.add(done.poll(30, TimeUnit.SECONDS));
    }
    return order;
  }

  @Test
  void whoHadATurnLatelyStandsBehindWhoHadNone() throws Exception {
    wants("eve");
    wants("ann");
    assertThat(next(2)).containsExactly("ann", "eve");
  }

  @Test
  void aMinuteLaterItNoLongerCounts() throws Exception {
    now += FairLine.LATELY_NANOS;
    wants("eve");
    wants("ann");
    assertThat(next(2)).containsExactly("eve", "ann");
  }

  @Test
  void theyGiveWayWhereTooManyWait() throws Exception {
    List<String> guessers = List.of("a", "b", "c", "d");
    guessers.forEach(this::wants);
    assertThat(next(MOST)).isEqualTo(guessers);

    CountDownLatch again = new CountDownLatch(1);
    isAtItUntil(again);
    guessers.forEach(this::wants);
    wants("eve");
    wants("ann");
    again.countDown();
    assertThat(next(6)).containsExactly("not eve", "not d", "ann", "a", "b", "c");
  }

  @Test
  void whoWasHereBeforeAsManyAsAreRememberedIsNew() throws Exception {
    wants("long ago");
    next(1);
    for (int i = 0; i < FairLine.MAX_REMEMBERED; i++) {
      wants("number " + i);
      next(1);
    }
    CountDownLatch again = new CountDownLatch(1);
    isAtItUntil(again);
    wants("number " + (FairLine.MAX_REMEMBERED - 1));
    wants("long ago");
    again.countDown();
    assertThat(next(2)).startsWith("long ago");
  }

  @Test
  void nobodyWaitsForGoodForThoseWhoAreNew() throws Exception {
    wants("eve");
    go.countDown();
    int turns = 0;
    String last = "";
    while (!last.equals("eve")) {
      wants("new " + turns);
      last = String.valueOf(done.poll(30, TimeUnit.SECONDS));
      turns++;
    }
    assertThat(turns).isLessThan(MOST);
  }
}
