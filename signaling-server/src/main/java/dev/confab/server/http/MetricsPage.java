package dev.confab.server.http;

import dev.confab.server.metrics.Metrics;
import org.jspecify.annotations.Nullable;

/// The metrics, for Prometheus; with a token, for nobody who does not know it.
public final class MetricsPage {
  private final Metrics metrics;
  private final Pulse pulse;
  private final @Nullable AccessToken token;

  private MetricsPage(Metrics metrics, Pulse pulse, @Nullable AccessToken token) {
    this.metrics = metrics;
    this.pulse = pulse;
    this.token = token;
  }

  public static void addTo(
      Routes routes, Metrics metrics, Pulse pulse, @Nullable AccessToken token) {
    MetricsPage page = new MetricsPage(metrics, pulse, token);
    routes.get("/metrics", page::answer);
  }

  private Answer answer(Request request) throws InterruptedException {
    if (token != null && !request.header("Authorization").map(token::isIn).orElse(false)) {
      return Answer.text(401, "A token is needed.").with("WWW-Authenticate", "Bearer");
    }
    return Answer.of(200, Metrics.CONTENT_TYPE, metrics.text(pulse.take().orElse(null)));
  }
}
