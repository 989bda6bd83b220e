package dev.confab.server.dashboard;

import dev.confab.server.http.Request;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether a request comes from where it says: not by a name that somebody else gave this address
/// (DNS rebinding), and not from another site's page (cross-site request forgery).
final class Gate {
  private static final Pattern HOST =
      Pattern.compile("(\\[[0-9a-f:.]+]|[0-9a-z.-]+)(:[0-9]{1,5})?");
  private static final Pattern ADDRESS = Pattern.compile("\\[.*]|[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

  private final Set<String> names;

  Gate(Set<String> names) {
    this.names = names;
  }

  /// A name that is ours, or a plain address: nobody can give an address to another machine.
  boolean isOurs(Request request) {
    return host(request)
        .filter(
            host ->
                ADDRESS.matcher(host).matches()
                    || LOOPBACK.matcher(host).matches()
                    || names.contains(host))
        .isPresent();
  }

  /// Where a browser takes cookies without TLS.
  static boolean isLoopback(Request request) {
    return host(request).filter(host -> LOOPBACK.matcher(host).matches()).isPresent();
  }

  /// Without the port, in small letters.
  private static Optional<String> host(Request request) {
    return hostAndPort(request)
        .map(HOST::matcher)
        .filter(Matcher::matches)
        .map(parts -> parts.group(1));
  }

  private static Optional<String> hostAndPort(Request request) {
    return request.header("Host").map(host -> host.toLowerCase(Locale.ROOT));
  }

  /// Our own page sends it. Browsers say so in `Sec-Fetch-Site`, and older ones in `Origin`. That
  /// is `null` for a form, as our pages tell nobody where they are (Referrer-Policy).
  static boolean isFromOurPage(Request request) {
    Optional<String> site = request.header("Sec-Fetch-Site");
    Optional<String> origin = request.header("Origin");
    boolean originIsOurs =
        origin
            .map(it -> it.toLowerCase(Locale.ROOT).replaceFirst("^https?://", ""))
            .equals(hostAndPort(request));
    return site.isPresent()
        ? site.get().equals("same-origin")
            && (originIsOurs || origin.isEmpty() || origin.get().equals("null"))
        : originIsOurs;
  }
}
