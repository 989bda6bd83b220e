package dev.confab.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;

/// Two who behave: each says numbered signals of 2.5 kB to the other, at a fixed rate, and hears
/// all of them in their order.
final class Pair implements AutoCloseable {
  static final String ADDRESS = "127.0.0.1";
  static final String ROOM = "pair";

  private static final int PAYLOAD_CHARS = 2500;
  private static final Duration EACH = Duration.ofMillis(25);
  private static final int PATIENCE_SECONDS = 30;

  private final Foe ann;
  private final Foe bob;
  private final String anns;
  private final String bobs;

  Pair(Fortress server) throws IOException {
    this(server, ROOM);
  }

  Pair(Fortress server, String room) throws IOException {
    ann = Foe.guest(server, ADDRESS, "Ann");
    bob = Foe.guest(server, ADDRESS, "Bob");
    ann.join(room, "");
    anns = Foe.field(ann.answer(), "self");
    bob.join(room, "");
    bobs = Foe.field(bob.answer(), "self");
  }

  /// For so long; answers how long each signal was on its way. Throws when one was lost, came twice
  /// or out of order, was of somebody else, or one of the two was disconnected.
  Latencies talk(Duration time) throws Exception {
    int count = (int) time.dividedBy(EACH);
    Talk there = new Talk(ann, anns, bob, bobs, count);
    Talk back = new Talk(bob, bobs, ann, anns, count);
    there.begin();
    back.begin();
    return new Latencies(there.end(), back.end());
  }

  /// One direction.
  private record Talk(
      Foe from,
      String self,
      Foe to,
      String other,
      AtomicLongArray sentAt,
      CompletableFuture<Void> said,
      CompletableFuture<double[]> heard) {
    Talk(Foe from, String self, Foe to, String other, int count) {
      this(
          from,
          self,
          to,
          other,
          new AtomicLongArray(count),
          new CompletableFuture<>(),
          new CompletableFuture<>());
    }

    interface Part<T> {
      T run() throws Exception;
    }

    void begin() {
      start("listens", heard, this::listen);
      start("speaks", said, this::speak);
    }

    private <T> void start(String name, CompletableFuture<T> outcome, Part<T> part) {
      Thread.ofPlatform()
          .name(name)
          .daemon()
          .start(
              () -> {
                try {
                  outcome.complete(part.run());
                } catch (Exception | AssertionError e) {
                  outcome.completeExceptionally(e);
                }
              });
    }

    private Void speak() throws Exception {
      long began = System.nanoTime();
      for (int i = 0; i < sentAt.length(); i++) {
        TimeUnit.NANOSECONDS.sleep(began + i * EACH.toNanos() - System.nanoTime());
        String payload = "%08d".formatted(i) + "x".repeat(PAYLOAD_CHARS - 8);
        sentAt.set(i, System.nanoTime());
        from.signal(other, payload);
      }
      return null;
    }

    private double[] listen() throws IOException {
      double[] milliseconds = new double[sentAt.length()];
      for (int i = 0; i < milliseconds.length; i++) {
        String signal = to.await("signal");
        milliseconds[i] = (System.nanoTime() - sentAt.get(i)) / 1e6;
        assertThat(Foe.field(signal, "from")).isEqualTo(self);
        assertThat(Foe.field(signal, "payload")).startsWith("%08d".formatted(i)).hasSize(2500);
      }
      return milliseconds;
    }

    double[] end() throws Exception {
      said.get(Siege.SECONDS + PATIENCE_SECONDS, TimeUnit.SECONDS);
      return heard.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  @Override
  public void close() throws IOException {
    ann.close();
    bob.close();
  }
}
