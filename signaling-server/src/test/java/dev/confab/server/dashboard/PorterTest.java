package dev.confab.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.server.dashboard.Porter.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who guesses cannot keep an admin out who comes from elsewhere. The pause after a wrong one ends
/// when the test says so.
class PorterTest {
  private static final String RIGHT = "an admin's password";

  /// Made once: each takes a while.
  private static final PasswordHash HASH = PasswordHash.parse(PasswordHash.make(RIGHT));

  private final BlockingQueue<Duration> pauses = new LinkedBlockingQueue<>();
  private final Semaphore mayGoOn = new Semaphore(0);
  private final Porter porter =
      new Porter(
          new DashboardSettings(HASH, null, Set.of()),
          new Visits(() -> 0),
          () -> 0,
          time -> {
            pauses.add(time);
            mayGoOn.acquire();
          });

  @AfterEach
  void end() {
    porter.close();
  }

  private static Verdict verdict(CompletableFuture<Verdict> asked) throws Exception {
    return asked.get(30, TimeUnit.SECONDS);
  }

  @Test
  void afterAWrongOneThereIsAPauseForAll() throws Exception {
    assertThat(verdict(porter.ask("eve", "a guess"))).isEqualTo(new Verdict.Wrong());
    assertThat(pauses.poll(30, TimeUnit.SECONDS)).isEqualTo(Porter.AFTER_WRONG);
    CompletableFuture<Verdict> admin = porter.ask("admin", RIGHT);
    assertThat(admin).isNotDone();
    mayGoOn.release();
    assertThat(verdict(admin)).isInstanceOf(Verdict.Welcome.class);
    assertThat(pauses).as("none after a right one").isEmpty();
  }

  @Test
  void aLineFullOfGuessersGivesWayToAnAdmin() throws Exception {
    List<CompletableFuture<Verdict>> guesses = new ArrayList<>();
    guesses.add(porter.ask("eve", "a guess"));
    assertThat(pauses.poll(30, TimeUnit.SECONDS)).isNotNull();
    for (String address : List.of("eve", "mallory")) {
      for (int i = 0; i < Porter.MAX_WAITING / 2; i++) {
        guesses.add(porter.ask(address, "guess " + i));
      }
    }
    assertThat(guesses.stream().skip(1)).noneMatch(CompletableFuture::isDone);
    CompletableFuture<Verdict> admin = porter.ask("admin", RIGHT);
    assertThat(admin).isNotDone();
    mayGoOn.release(2); // the pause of the first, and that of one other
    assertThat(verdict(admin)).isInstanceOf(Verdict.Welcome.class);
    assertThat(guesses).as("one gave way").anyMatch(it -> it.isDone() && later(it));
  }

  private static boolean later(CompletableFuture<Verdict> asked) {
    return asked.join().equals(new Verdict.Later());
  }

  @Test
  void whatIsNotLookedAtDoesNotWait() throws Exception {
    assertThat(verdict(porter.ask("eve", "a guess"))).isEqualTo(new Verdict.Wrong());
    assertThat(pauses.poll(30, TimeUnit.SECONDS)).isNotNull();
    for (int i = 1; i < Guesses.AT_ONCE; i++) {
      assertThat(porter.ask("eve", "guess " + i)).isNotDone();
    }
    CompletableFuture<Verdict> oneMore = porter.ask("eve", RIGHT);
    assertThat(oneMore).isCompletedWithValue(new Verdict.Later());
  }
}
