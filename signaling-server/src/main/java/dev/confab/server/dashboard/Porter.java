package dev.confab.server.dashboard;

import dev.confab.server.entry.FairLine;
import dev.confab.server.entry.Rest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Looks at passwords, one after the other on a thread of its own: each costs 19 MiB and a while of
/// one core, and more than one at a time is for nobody who means well. The addresses of those who
/// wait have their turns, and each wrong one costs all of them a second. Any thread.
final class Porter implements AutoCloseable {
  static final int MAX_WAITING = 8;

  /// However many addresses guess, it is no more than this often.
  static final Duration AFTER_WRONG = Duration.ofSeconds(1);

  private final DashboardSettings settings;
  private final Visits visits;
  private final Guesses guesses;
  private final FairLine line;
  private final Rest rest;

  /// `nanos` is a clock like [System#nanoTime].
  Porter(DashboardSettings settings, Visits visits, LongSupplier nanos, Rest.Sleep sleep) {
    this.settings = settings;
    this.visits = visits;
    this.guesses = new Guesses(nanos);
    this.line = new FairLine("logins", MAX_WAITING, nanos);
    this.rest = new Rest(nanos, sleep);
  }

  /// What became of a password.
  sealed interface Verdict {
    /// `key` is for the browser.
    record Welcome(Role role, String key) implements Verdict {}

    record Wrong() implements Verdict {}

    /// It was not looked at: too many were wrong, or too many wait.
    record Later() implements Verdict {}
  }

  CompletableFuture<Verdict> ask(String address, String password) {
    CompletableFuture<Verdict> verdict = new CompletableFuture<>();
    if (guesses.take(address)) {
      line.submit(
          address,
          () -> look(address, password, verdict),
          () -> {
            guesses.forgive(address);
            verdict.complete(new Verdict.Later());
          });
    } else {
      verdict.complete(new Verdict.Later());
    }
    return verdict;
  }

  private void look(String address, String password, CompletableFuture<Verdict> verdict) {
    try {
      Role role = roleOf(password);
      if (role == null) {
        verdict.complete(new Verdict.Wrong());
        rest.take(AFTER_WRONG);
      } else {
        guesses.forgive(address);
        verdict.complete(new Verdict.Welcome(role, visits.begin(role)));
      }
    } catch (RuntimeException bug) {
      verdict.completeExceptionally(bug);
    }
  }

  private @Nullable Role roleOf(String password) {
    // both are looked at in any case: how long it takes tells nothing
    boolean admin = matches(settings.admin(), password);
    boolean viewer = matches(settings.viewer(), password);
    return admin ? Role.ADMIN : viewer ? Role.VIEWER : null;
  }

  private static boolean matches(@Nullable PasswordHash hash, String password) {
    return hash != null && hash.matches(password);
  }

  @Override
  public void close() {
    line.close();
  }
}
