package dev.confab.server.settings;

import java.util.stream.Stream;

/// What an operator may not have thought of about the second port, which has no TLS.
final class HttpWarnings {
  private HttpWarnings() {}

  static Stream<String> all(Settings settings) {
    return settings.get(Setting.HTTP_PORT).isEmpty()
        ? Stream.empty()
        : Stream.concat(fromOutside(settings), onePassword(settings));
  }

  private static Stream<String> fromOutside(Settings settings) {
    Given bind = settings.get(Setting.HTTP_BIND).orElseThrow();
    if (AccessReading.isLoopback(bind.text())) {
      return Stream.empty();
    }
    Stream<String> metrics =
        settings.get(Setting.METRICS_TOKEN_FILE).isPresent()
            ? Stream.empty()
            : Stream.of(
                bind.where()
                    + ": everyone who reaches this address can read the metrics, without a"
                    + " metrics-token-file.");
    Stream<String> dashboard =
        Stream.of(Setting.DASHBOARD_PASSWORD_FILE, Setting.DASHBOARD_VIEWER_PASSWORD_FILE)
            .filter(setting -> settings.get(setting).isPresent())
            .limit(1)
            .map(
                _ ->
                    bind.where()
                        + ": the dashboard has no TLS. Let a reverse proxy on this machine pass it on,"
                        + " and http-bind be 127.0.0.1.");
    return Stream.concat(metrics, dashboard);
  }

  private static Stream<String> onePassword(Settings settings) {
    String admins = settings.get(Setting.DASHBOARD_PASSWORD_FILE).map(Given::text).orElse("");
    return settings.get(Setting.DASHBOARD_VIEWER_PASSWORD_FILE).stream()
        .filter(given -> given.text().equals(admins))
        .map(given -> given.where() + ": viewers have the password of admins, and are admins.");
  }
}
