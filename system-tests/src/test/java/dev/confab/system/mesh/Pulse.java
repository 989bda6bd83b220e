package dev.confab.system.mesh;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// How long this machine kept a thread waiting that wanted to run: what is late by no more than
/// that was not held up by us.
final class Pulse implements AutoCloseable {
  private static final long BEAT_NANOS = 5_000_000;

  private final AtomicLong longest = new AtomicLong();
  private final Thread thread = Thread.ofPlatform().name("pulse").daemon().unstarted(this::beat);
  private volatile boolean closed;

  Pulse() {
    thread.start();
  }

  private void beat() {
    long last = System.nanoTime();
    while (!closed) {
      LockSupport.parkNanos(this, BEAT_NANOS);
      long now = System.nanoTime();
      longest.accumulateAndGet(now - last - BEAT_NANOS, Math::max);
      last = now;
    }
  }

  /// The longest delay since this was last asked, in ns.
  long takeLongest() {
    return longest.getAndSet(0);
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}
