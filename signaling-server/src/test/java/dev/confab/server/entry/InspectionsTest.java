package dev.confab.server.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.RoomPassword;
import dev.confab.server.room.Finding;
import dev.confab.server.room.Inspection;
import dev.confab.server.room.PlainInspector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InspectionsTest {
  private static final Inspection ANY = new Inspection.OfNewPassword(new RoomPassword("any"));

  private final BlockingQueue<Finding> findings = new LinkedBlockingQueue<>();

  private Finding next() throws InterruptedException {
    Finding finding = findings.poll(30, TimeUnit.SECONDS);
    assertThat(finding).as("an answer within 30 s").isNotNull();
    return finding;
  }

  @Test
  void soManyWaitAndTheNextIsTurnedDownAtOnce() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    PlainInspector plain = new PlainInspector();
    try (Inspections inspections =
        new Inspections(
            inspection -> {
              begun.countDown();
              await(go);
              return plain.inspect(inspection);
            })) {
      inspections.submit("192.0.2.1", ANY, findings::add);
      await(begun);
      for (int i = 0; i < Inspections.MAX_WAITING; i++) {
        inspections.submit("192.0.2.1", ANY, findings::add);
      }
      assertThat(findings).isEmpty();
      inspections.submit("192.0.2.1", ANY, findings::add);
      assertThat(findings).containsExactly(new Finding.Busy());
      go.countDown();
      assertThat(next()).isEqualTo(new Finding.Busy());
      for (int i = 0; i <= Inspections.MAX_WAITING; i++) {
        assertThat(next()).isInstanceOf(Finding.Known.class);
      }
    }
  }

  /// Answers, in their order, for whom it was looked; `Busy` for whom it was not.
  private List<String> order(String... addresses) throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    PlainInspector plain = new PlainInspector();
    BlockingQueue<String> answered = new LinkedBlockingQueue<>();
    try (Inspections inspections =
        new Inspections(
            inspection -> {
              begun.countDown();
              await(go);
              return plain.inspect(inspection);
            })) {
      inspections.submit("nobody", ANY, findings::add);
      await(begun);
      for (String each : addresses) {
        inspections.submit(
            each, ANY, it -> answered.add(it instanceof Finding.Busy ? "not " + each : each));
      }
      go.countDown();
      List<String> order = new ArrayList<>();
      for (int i = 0; i < addresses.length; i++) {
        order.add(answered.poll(30, TimeUnit.SECONDS));
      }
      return order;
    }
  }

  @Test
  void whoWantsOneDoesNotWaitForAllThatOthersWant() throws Exception {
    assertThat(order("eve", "eve", "eve", "mallory", "mallory", "ann"))
        .containsExactly("eve", "mallory", "ann", "eve", "mallory", "eve");
  }

  @Test
  void whereTooManyWaitTheOneWithMostGivesWay() throws Exception {
    String[] all = new String[Inspections.MAX_WAITING + 2];
    Arrays.fill(all, "eve");
    all[Inspections.MAX_WAITING] = "ann";
    all[Inspections.MAX_WAITING + 1] = "eve";
    assertThat(order(all))
        .startsWith("not eve", "not eve", "eve", "ann", "eve")
        .hasSize(all.length)
        .containsOnlyOnce("ann");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theThreadOfTheRoomsDoesNotLook() throws Exception {
    BlockingQueue<String> threads = new LinkedBlockingQueue<>();
    PlainInspector plain = new PlainInspector();
    try (Inspections inspections =
        new Inspections(
            inspection -> {
              threads.add(Thread.currentThread().getName());
              return plain.inspect(inspection);
            })) {
      inspections.submit("192.0.2.1", ANY, findings::add);
      assertThat(next()).isInstanceOf(Finding.Known.class);
      assertThat(threads).containsExactly("passwords");
    }
  }

  @Test
  void aBugIsAnsweredTooAndTheNextIsLookedAt() throws Exception {
    PlainInspector plain = new PlainInspector();
    CountDownLatch first = new CountDownLatch(1);
    try (Inspections inspections =
        new Inspections(
            inspection -> {
              if (first.getCount() > 0) {
                first.countDown();
                throw new IllegalStateException("meant to happen");
              }
              return plain.inspect(inspection);
            })) {
      inspections.submit("192.0.2.1", ANY, findings::add);
      assertThat(next()).isEqualTo(new Finding.Busy());
      inspections.submit("192.0.2.1", ANY, findings::add);
      assertThat(next()).isInstanceOf(Finding.Known.class);
    }
  }
}
