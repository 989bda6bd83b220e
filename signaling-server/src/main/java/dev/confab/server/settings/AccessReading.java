package dev.confab.server.settings;

import dev.confab.server.gate.AccessRules;
import dev.confab.server.gate.AddressRange;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The settings of who may connect. Problems go to the [Reading] that it is a part of.
final class AccessReading {
  // RFC 6454, section 6.2: what a browser sends has no path
  private static final Pattern ORIGIN = Pattern.compile("\\*|[a-z][a-z0-9+.-]*://[^\\s/,*]+");

  private final Settings settings;
  private final Reading reading;

  AccessReading(Settings settings, Reading reading) {
    this.settings = settings;
    this.reading = reading;
  }

  AccessRules rules() {
    return AccessRules.DEFAULT
        .withTrustedProxies(proxies())
        .withAllowedOrigins(origins())
        .withLimits(
            reading.number(Setting.MAX_CONNECTIONS_PER_ADDRESS, 1, Reading.ANY),
            reading.number(Setting.CONNECTIONS_PER_SECOND, 1, Reading.ANY));
  }

  private List<AddressRange> proxies() {
    Optional<Given> given = settings.get(Setting.TRUSTED_PROXIES);
    List<Optional<AddressRange>> ranges =
        given.stream().flatMap(Given::parts).map(AddressRange::parse).toList();
    if (given.isPresent() && ranges.stream().anyMatch(Optional::isEmpty)) {
      reading.refuse(
          given.get(),
          "is a list with commas of addresses and ranges, as in 127.0.0.1 and 10.0.0.0/8, with no"
              + " bits set behind the length.");
      return List.of();
    }
    return ranges.stream().flatMap(Optional::stream).toList();
  }

  private List<String> origins() {
    Optional<Given> given = settings.get(Setting.ALLOWED_ORIGINS);
    List<String> origins = given.stream().flatMap(Given::parts).toList();
    if (given.isPresent() && !origins.stream().allMatch(it -> ORIGIN.matcher(it).matches())) {
      reading.refuse(
          given.get(),
          "is a list with commas, and each has the form https://HOST[:PORT], without a path; or it is"
              + " *.");
    }
    return origins;
  }

  /// What an operator may not have thought of.
  static Stream<String> warnings(Settings settings) {
    return Stream.concat(unnamedProxy(settings), everybodyIsAProxy(settings));
  }

  static boolean isLoopback(String bind) {
    return bind.matches("127\\..*|::1|localhost");
  }

  private static Stream<String> everybodyIsAProxy(Settings settings) {
    return settings.get(Setting.TRUSTED_PROXIES).stream()
        .filter(given -> given.parts().anyMatch(range -> range.endsWith("/0")))
        .map(
            given ->
                given.where()
                    + ": everybody is a proxy, and can say any address: limits by address count for"
                    + " nobody.");
  }

  private static Stream<String> unnamedProxy(Settings settings) {
    boolean fromHereAlone =
        settings.get(Setting.BIND).filter(it -> isLoopback(it.text())).isPresent();
    return fromHereAlone && settings.get(Setting.TRUSTED_PROXIES).isEmpty()
        ? settings.get(Setting.BIND).stream()
            .map(
                bind ->
                    bind.where()
                        + ": whoever comes through a reverse proxy comes from one address, unless"
                        + " trusted-proxies names it, and shares the limits of one.")
        : Stream.empty();
  }
}
