package dev.confab.server;

import dev.confab.protocol.Protocol;
import java.time.Duration;

/// How long the server waits for others: for a `hello`; for a socket to take something of what is
/// written to it; for a sign of life; for a client to come back; and for one that is in no room to
/// say something.
public record Patience(
    Duration hello, Duration write, Duration silence, Duration grace, Duration idle) {
  public static final Patience DEFAULT =
      new Patience(
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Protocol.SILENCE,
          Protocol.RESUME_GRACE,
          Duration.ofMinutes(10));

  public Patience withHello(Duration time) {
    return new Patience(time, write, silence, grace, idle);
  }

  public Patience withWrite(Duration time) {
    return new Patience(hello, time, silence, grace, idle);
  }

  public Patience withSilence(Duration time) {
    return new Patience(hello, write, time, grace, idle);
  }

  public Patience withGrace(Duration time) {
    return new Patience(hello, write, silence, time, idle);
  }

  public Patience withIdle(Duration time) {
    return new Patience(hello, write, silence, grace, time);
  }
}
