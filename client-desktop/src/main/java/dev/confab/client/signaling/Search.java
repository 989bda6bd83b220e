package dev.confab.client.signaling;

import java.time.Duration;

/// Looking for a server: when it is tried the next time, and for how long at all. Belongs to the
/// session's worker.
final class Search {
  private final Worker worker;
  private final Backoff backoff;
  private final Runnable attempt;
  private Worker.Timer nextTry = () -> {};
  private Worker.Timer settling = () -> {};
  private Worker.Timer limit = () -> {};

  Search(Worker worker, Backoff backoff, Runnable attempt) {
    this.worker = worker;
    this.backoff = backoff;
    this.attempt = attempt;
  }

  /// Tries after this time, or with [#tryNow] before.
  void tryIn(Duration pause) {
    nextTry = worker.after(pause, attempt);
  }

  /// Tries after a pause that is longer each time. It is answered.
  Duration tryLater() {
    Duration pause = backoff.next();
    tryIn(pause);
    return pause;
  }

  /// Tries without a pause, and with short ones after that.
  void tryNow() {
    nextTry.cancel();
    backoff.reset();
    attempt.run();
  }

  /// Only a session that lasts begins the back-off anew: a server that takes everyone in and throws
  /// them out again is not to be run down.
  void found() {
    settling = worker.after(CurrentSocket.TICK, backoff::reset);
  }

  /// Nothing is tried until it is said when.
  void pause() {
    settling.cancel();
    nextTry.cancel();
  }

  /// From now on it may take so long, whatever was said before.
  void limit(Duration time, Runnable giveUp) {
    limit.cancel();
    limit = worker.after(time, giveUp);
  }

  void unlimit() {
    limit.cancel();
  }
}
