package dev.confab.server.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.RoomPassword;
import dev.confab.server.room.Finding;
import dev.confab.server.room.Inspection;
import dev.confab.server.room.Inspector;
import dev.confab.server.room.PlainInspector;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RestTest {
  private static final Inspection ANY = new Inspection.OfNewPassword(new RoomPassword("any"));
  private static final Duration WORK = Duration.ofMillis(40);

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5); // and passes over the end
  private final BlockingQueue<Duration> rests = new LinkedBlockingQueue<>();
  private final Semaphore mayGoOn = new Semaphore(0);
  private final Rest rest =
      new Rest(
          now::get,
          time -> {
            rests.add(time);
            mayGoOn.acquire();
          });

  private Inspector thatTakes(Duration time) {
    PlainInspector plain = new PlainInspector();
    return inspection -> {
      now.addAndGet(time.toNanos());
      return plain.inspect(inspection);
    };
  }

  @Test
  void whoLooksAtPasswordsRestsForAsLongAsThatTookBeforeTheNextOne() throws Exception {
    BlockingQueue<Finding> findings = new LinkedBlockingQueue<>();
    try (Inspections inspections = new Inspections(thatTakes(WORK), rest)) {
      inspections.submit("192.0.2.1", ANY, findings::add);
      inspections.submit("192.0.2.2", ANY, findings::add);
      for (int i = 0; i < 2; i++) {
        assertThat(findings.poll(30, TimeUnit.SECONDS)).isInstanceOf(Finding.Known.class);
        assertThat(rests.poll(30, TimeUnit.SECONDS)).isEqualTo(WORK);
        assertThat(findings).as("while it rests").isEmpty();
        mayGoOn.release();
      }
    }
  }

  @Test
  void aSlowMachineDoesNotMakeOthersWaitForTheRestAsWell() {
    mayGoOn.release();
    rest.after(() -> now.addAndGet(Duration.ofSeconds(9).toNanos()));
    assertThat(rests).containsExactly(Rest.LONGEST);
  }

  @Test
  void anEndInTheMiddleOfARestEndsTheThread() throws Exception {
    BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
    try (Inspections inspections = new Inspections(thatTakes(WORK), rest)) {
      inspections.submit("192.0.2.1", ANY, _ -> threads.add(Thread.currentThread()));
      assertThat(rests.poll(30, TimeUnit.SECONDS)).isEqualTo(WORK);
    }
    List<Thread> one = List.copyOf(threads);
    one.getFirst().join(TimeUnit.SECONDS.toMillis(30));
    assertThat(one.getFirst().isAlive()).isFalse();
  }
}
