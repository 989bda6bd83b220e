package dev.confab.server.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.RoomPassword;
import dev.confab.server.room.Finding;
import dev.confab.server.room.Inspection;
import dev.confab.server.room.PlainInspector;
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
      inspections.submit(ANY, findings::add);
      await(begun);
      for (int i = 0; i < Inspections.MAX_WAITING; i++) {
        inspections.submit(ANY, findings::add);
      }
      assertThat(findings).isEmpty();
      inspections.submit(ANY, findings::add);
      assertThat(findings).containsExactly(new Finding.Busy());
      go.countDown();
      assertThat(next()).isEqualTo(new Finding.Busy());
      for (int i = 0; i <= Inspections.MAX_WAITING; i++) {
        assertThat(next()).isInstanceOf(Finding.Known.class);
      }
    }
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
      inspections.submit(ANY, findings::add);
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
      inspections.submit(ANY, findings::add);
      assertThat(next()).isEqualTo(new Finding.Busy());
      inspections.submit(ANY, findings::add);
      assertThat(next()).isInstanceOf(Finding.Known.class);
    }
  }
}
