package dev.confab.client.comeback;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One run of a program: ids of processes are used again, so when it began tells them apart. In
/// milliseconds.
record Run(long pid, Instant started) {
  /// Two processes do not reckon the start of a third to the same millisecond.
  private static final Duration BLUR = Duration.ofSeconds(2);

  static Run ofThisProcess() {
    ProcessHandle self = ProcessHandle.current();
    return new Run(self.pid(), self.info().startInstant().orElse(Instant.EPOCH));
  }

  /// Whether it goes on, in another process than this one.
  boolean runsElsewhere() {
    Optional<Instant> now =
        ProcessHandle.of(pid)
            .filter(ProcessHandle::isAlive)
            .flatMap(it -> it.info().startInstant());
    return pid != ProcessHandle.current().pid()
        && now.filter(start -> Duration.between(start, started).abs().compareTo(BLUR) <= 0)
            .isPresent();
  }
}
