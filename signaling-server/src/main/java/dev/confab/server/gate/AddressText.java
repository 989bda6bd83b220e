package dev.confab.server.gate;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/// Addresses in numbers. Nobody is asked for a name.
public final class AddressText {
  // Java would also take 127.1, and a zone behind an IPv6 address
  private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private static final int NETWORK_GROUPS = 4;

  private AddressText() {}

  /// An IPv4 address written as IPv6 (`::ffff:192.0.2.1`) is an IPv4 address.
  public static Optional<InetAddress> parse(String text) {
    if (text.length() > 45 || !(IPV4.matcher(text).matches() || IPV6.matcher(text).matches())) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// What counts as one client for limits: an IPv4 address; of IPv6 the first 64 bits, since who
  /// has one address there has all with that beginning.
  public static String key(InetAddress address) {
    if (address instanceof Inet4Address) {
      return address.getHostAddress();
    }
    byte[] bytes = address.getAddress();
    StringBuilder key = new StringBuilder();
    for (int group = 0; group < NETWORK_GROUPS; group++) {
      int value = (bytes[2 * group] & 0xff) << 8 | (bytes[2 * group + 1] & 0xff);
      key.append(Integer.toHexString(value)).append(':');
    }
    return key.append(":/64").toString();
  }
}
