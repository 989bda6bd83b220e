package dev.confab.server.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Who is behind an address, as far as limits go: of IPv6 the first 64 bits, since one line has as
/// many addresses as it likes behind those (RFC 6177).
final class AddressKey {
  private AddressKey() {}

  /// Null is one that has ended meanwhile.
  static String of(@Nullable InetSocketAddress socket) {
    InetAddress address = socket == null ? null : socket.getAddress();
    if (address == null) {
      return "";
    }
    return address instanceof Inet6Address
        ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), 8)) + "/64"
        : address.getHostAddress();
  }
}
