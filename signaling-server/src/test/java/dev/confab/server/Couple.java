package dev.confab.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.PeerId;
import dev.confab.protocol.ServerMessage;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Two well-behaved members whose signals go back and forth for as long as this is open, whatever
/// else the server has to put up with.
final class Couple implements AutoCloseable {
  private final Peer ann;
  private final Peer bob;
  private final PeerId annsPlace;
  private final PeerId bobsPlace;
  private int rounds;
  private volatile CountDownLatch nextRounds = new CountDownLatch(0);
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private final Future<?> talk;

  Couple(URI server) throws InterruptedException {
    ann = new Peer(server);
    bob = new Peer(server);
    ann.hello("Ann");
    bob.hello("Bob");
    annsPlace = ann.join("couple").self();
    bobsPlace = bob.join("couple").self();
    // well below the rate limit
    talk = thread.scheduleWithFixedDelay(this::round, 0, 25, TimeUnit.MILLISECONDS);
  }

  private void round() {
    String payload = "round " + rounds++;
    try {
      ann.signal(bobsPlace, payload);
      assertThat(bob.await(ServerMessage.Signal.class).payload().text()).isEqualTo(payload);
      bob.signal(annsPlace, payload);
      assertThat(ann.await(ServerMessage.Signal.class).payload().text()).isEqualTo(payload);
      nextRounds.countDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Waits for rounds that began after the call.
  void assertStillTalking() throws InterruptedException {
    CountDownLatch wanted = new CountDownLatch(3);
    nextRounds = wanted;
    boolean heard = wanted.await(Peer.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    assertThat(talk).as("the talk, which ends when a signal is lost").isNotDone();
    assertThat(heard).as("the couple still talks").isTrue();
  }

  @Override
  public void close() {
    thread.shutdownNow();
    ann.close();
    bob.close();
  }
}
