package dev.confab.server.metrics;

import java.util.concurrent.atomic.AtomicLong;

/// A number that one thread changes and others read: cheaper than one that several may change.
final class Count {
  private final AtomicLong value = new AtomicLong();

  void add(long more) {
    value.setRelease(value.getPlain() + more);
  }

  void increment() {
    add(1);
  }

  long value() {
    return value.getAcquire();
  }
}
