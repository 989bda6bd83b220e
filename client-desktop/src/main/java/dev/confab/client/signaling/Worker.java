package dev.confab.client.signaling;

import java.time.Duration;
import java.util.concurrent.Executor;

/// The one thread that owns a session: what it is given runs one after another, never at once.
/// Virtual in tests.
interface Worker extends Executor {
  Timer after(Duration delay, Runnable task);

  /// Nothing more is taken, and what is given later is dropped.
  void shutdown();

  /// Waits until what was taken has run.
  void awaitEnd(Duration limit) throws InterruptedException;

  interface Timer {
    void cancel();
  }
}
