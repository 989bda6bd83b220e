package dev.confab.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One siege, and what came of it.
///
/// @param outcomes of each attack, by its name; null where it failed, as it has to
/// @param visits how it went for a friend who came to a room with a password meanwhile
/// @param latencies of the two who behave
record Battle(
    Map<String, @Nullable Throwable> outcomes,
    String visits,
    Latencies latencies,
    int peakMegabytes,
    Leftovers leftovers) {
  /// The one who comes to the vault, among the outcomes.
  static final String FRIEND = "the friend";

  private static final int PATIENCE_SECONDS = 45;

  /// They do not all begin in the same moment, or the generator would measure its own beginning.
  private static final Duration STAGGER = Duration.ofMillis(100);

  /// In which all of them are at it.
  private static final Duration MEASURED = Duration.ofSeconds(Siege.SECONDS - 4);

  private static final Duration WARM_UP = Duration.ofSeconds(1);

  /// What the server has more than before: threads, and open files.
  record Leftovers(int threads, int descriptors) {
    /// Java's own threads come and go.
    boolean areFew() {
      return threads <= 6 && descriptors <= 8;
    }
  }

  static Battle fight(Path folder, boolean tls, List<Attack> attacks) throws Exception {
    try (Fortress server = Fortress.start(folder, tls)) {
      return fight(server, attacks);
    }
  }

  private static Battle fight(Fortress server, List<Attack> attacks) throws Exception {
    try (Vault vault = new Vault(server);
        Pair pair = new Pair(server)) {
      pair.talk(WARM_UP);
      assertHealthy(server);
      int threads = server.threads();
      int descriptors = server.descriptors();
      Siege visits = Siege.of(server, 0);
      CompletableFuture<?> visitor = begin("visitor", () -> vault.visit(visits));
      Map<String, CompletableFuture<?>> running = new LinkedHashMap<>();
      for (Attack attack : attacks) {
        pair.talk(STAGGER);
        Siege siege = Siege.of(server, running.size());
        running.put(name(attack), begin(name(attack), () -> attack.run(siege)));
      }
      pair.talk(WARM_UP);
      Latencies latencies = pair.talk(MEASURED);
      while (!running.values().stream().allMatch(CompletableFuture::isDone)) {
        pair.talk(WARM_UP); // who says nothing for 15 s is taken to be gone
      }
      Map<String, @Nullable Throwable> outcomes = new LinkedHashMap<>();
      running.forEach((name, attack) -> outcomes.put(name, outcome(attack)));
      outcomes.put(FRIEND, outcome(visitor));
      Leftovers leftovers = leftovers(server, pair, threads, descriptors);
      pair.talk(WARM_UP);
      assertHealthy(server);
      return new Battle(outcomes, vault.report(), latencies, server.peakMegabytes(), leftovers);
    }
  }

  static String name(Attack attack) {
    return attack.getClass().getSimpleName();
  }

  private interface Part {
    void run() throws Exception;
  }

  private static CompletableFuture<?> begin(String name, Part part) {
    CompletableFuture<@Nullable Void> outcome = new CompletableFuture<>();
    Thread.ofPlatform()
        .name(name)
        .daemon()
        .start(
            () -> {
              try {
                part.run();
                outcome.complete(null);
              } catch (Exception | AssertionError e) {
                outcome.completeExceptionally(e);
              }
            });
    return outcome;
  }

  private static @Nullable Throwable outcome(CompletableFuture<?> running) {
    return running
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .handle((_, thrown) -> thrown)
        .join();
  }

  /// It answers, and people who have not been here before can talk.
  private static void assertHealthy(Fortress server) throws Exception {
    assertThat(server.get("/healthz").statusCode()).isEqualTo(200);
    assertThat(server.get("/readyz").statusCode()).isEqualTo(200);
    try (Pair another = new Pair(server, "another")) {
      another.talk(Duration.ofMillis(200));
    }
  }

  /// When they no longer change for the better.
  private static Leftovers leftovers(Fortress server, Pair pair, int threads, int descriptors)
      throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      Leftovers now = new Leftovers(server.threads() - threads, server.descriptors() - descriptors);
      if (now.areFew() || System.nanoTime() > end) {
        return now;
      }
      pair.talk(Duration.ofMillis(250));
    }
  }
}
