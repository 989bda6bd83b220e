package dev.confab.server.http;

import dev.confab.server.net.Vitals;

/// Whether it lives, and whether somebody new can be sent to it.
public final class HealthPages {
  private final Pulse pulse;

  private HealthPages(Pulse pulse) {
    this.pulse = pulse;
  }

  public static void addTo(Routes routes, Pulse pulse) {
    HealthPages pages = new HealthPages(pulse);
    routes.getAtOnce("/healthz", _ -> pages.health());
    routes.getAtOnce("/readyz", _ -> pages.readiness());
  }

  private Answer health() throws InterruptedException {
    return pulse.take().isPresent()
        ? Answer.text(200, "ok")
        : Answer.text(503, "the rooms' thread does not answer");
  }

  private Answer readiness() throws InterruptedException {
    return pulse
        .take()
        .map(HealthPages::readiness)
        .orElseGet(() -> Answer.text(503, "the rooms' thread does not answer"));
  }

  private static Answer readiness(Vitals now) {
    if (now.draining()) {
      return Answer.text(503, "draining");
    }
    return now.full() ? Answer.text(503, "full") : Answer.text(200, "ready");
  }
}
