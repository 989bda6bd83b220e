package dev.confab.server;

import dev.confab.server.dashboard.DashboardSettings;
import dev.confab.server.http.AccessToken;
import org.jspecify.annotations.Nullable;

/// The second port, for those who run the server. Without `metricsToken`, everyone who reaches it
/// can read the metrics; without `dashboard` there is none.
public record HttpSettings(
    String bind,
    int port,
    @Nullable AccessToken metricsToken,
    @Nullable DashboardSettings dashboard) {
  public static final String DEFAULT_BIND = "127.0.0.1";
}
