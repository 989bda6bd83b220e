package dev.confab.server.gate;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/// Who may connect. `trustedProxies` are believed what they say of whom they speak for; of web
/// pages, those of `allowedOrigins` may connect, or all with `*`; from one address come at most
/// `maxConnections` at a time, and `connectionsPerSecond` new ones in the long run.
public record AccessRules(
    List<AddressRange> trustedProxies,
    List<String> allowedOrigins,
    int maxConnections,
    int connectionsPerSecond) {
  public static final String ANY_ORIGIN = "*";

  /// Of those from one address, so many may say as much as they may, all at the same time, and at
  /// least so many.
  private static final int BUSY_SHARE = 5;

  private static final int LEAST_BUSY = 20;

  public static final AccessRules DEFAULT = new AccessRules(List.of(), List.of(), 100, 20);

  public AccessRules {
    trustedProxies = List.copyOf(trustedProxies);
    allowedOrigins = List.copyOf(allowedOrigins);
  }

  public AccessRules withTrustedProxies(List<AddressRange> proxies) {
    return new AccessRules(proxies, allowedOrigins, maxConnections, connectionsPerSecond);
  }

  public AccessRules withAllowedOrigins(List<String> origins) {
    return new AccessRules(trustedProxies, origins, maxConnections, connectionsPerSecond);
  }

  public AccessRules withLimits(int connections, int perSecond) {
    return new AccessRules(trustedProxies, allowedOrigins, connections, perSecond);
  }

  /// As many connections' messages and bytes are those of one address. With the defaults, the
  /// hundred whom it may have say sixty messages each at once when all of them come back: what it
  /// takes in calls of six.
  int busyConnections() {
    return Math.max(LEAST_BUSY, maxConnections / BUSY_SHARE);
  }

  /// Whether this address speaks for others.
  public boolean isProxy(InetAddress peer) {
    return trustedProxies.stream().anyMatch(range -> range.contains(peer));
  }

  /// `origin` is the value of the header (RFC 6454), empty where there was none: browsers always
  /// send it, and other programs do not.
  public boolean admitsOrigin(Optional<String> origin) {
    return origin.isEmpty()
        || allowedOrigins.contains(ANY_ORIGIN)
        || allowedOrigins.stream().anyMatch(origin.get()::equalsIgnoreCase);
  }

  /// For whom `peer` speaks. `forwarded` is what stood in all lines of `X-Forwarded-For`, in their
  /// order, with commas or semicolons between the parts. Each proxy adds at the end the address
  /// that it was called from; so from the end on, as far as those who wrote are trusted. What
  /// cannot be read ends the way: then it is the last one on it.
  public InetAddress client(InetAddress peer, String forwarded) {
    InetAddress client = peer;
    String[] hops = forwarded.split("[,;]", -1);
    for (int i = hops.length - 1; i >= 0 && isProxy(client); i--) {
      Optional<InetAddress> hop = AddressText.parse(withoutPort(hops[i].strip()));
      if (hop.isEmpty()) {
        return client;
      }
      client = hop.get();
    }
    return client;
  }

  /// Some proxies write 192.0.2.1:4711 and [2001:db8::1]:4711.
  private static String withoutPort(String hop) {
    return hop.replaceFirst("^\\[([^\\]]*)\\](:[0-9]{1,5})?$", "$1")
        .replaceFirst("^([0-9.]+):[0-9]{1,5}$", "$1");
  }
}
