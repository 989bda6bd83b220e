package dev.confab.client.call;

import java.util.concurrent.Executor;

/// The one thread that owns the call's state and everything native. Tasks run one after the other,
/// in the order in which they were given; one that fails is logged, and ends the call. Any thread
/// may give tasks.
public interface CallThread extends Executor {
  /// Runs the task after so many milliseconds.
  void after(long millis, Runnable task);
}
