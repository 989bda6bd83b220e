package dev.confab.server.dashboard;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Looks at passwords, one after the other on a thread of its own: each costs 19 MiB and a while of
/// one core, and more than one at a time is for nobody who means well.
final class Porter implements AutoCloseable {
  private static final int MAX_WAITING = 8;

  private final DashboardSettings settings;
  private final Visits visits;
  private final Guesses guesses;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MAX_WAITING),
          Thread.ofPlatform().name("logins").daemon().factory());

  Porter(DashboardSettings settings, Visits visits, LongSupplier nanos) {
    this.settings = settings;
    this.visits = visits;
    this.guesses = new Guesses(nanos);
  }

  /// What became of a password.
  sealed interface Verdict {
    /// `key` is for the browser.
    record Welcome(Role role, String key) implements Verdict {}

    record Wrong() implements Verdict {}

    /// It was not looked at: too many were wrong, or too many wait.
    record Later() implements Verdict {}
  }

  CompletableFuture<Verdict> ask(String password) {
    try {
      return CompletableFuture.supplyAsync(() -> look(password), thread);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.completedFuture(new Verdict.Later());
    }
  }

  private Verdict look(String password) {
    if (!guesses.mayTry()) {
      return new Verdict.Later();
    }
    // both are looked at in any case: how long it takes tells nothing
    boolean admin = matches(settings.admin(), password);
    boolean viewer = matches(settings.viewer(), password);
    if (!admin && !viewer) {
      guesses.wrong();
      return new Verdict.Wrong();
    }
    Role role = admin ? Role.ADMIN : Role.VIEWER;
    return new Verdict.Welcome(role, visits.begin(role));
  }

  private static boolean matches(@Nullable PasswordHash hash, String password) {
    return hash != null && hash.matches(password);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
