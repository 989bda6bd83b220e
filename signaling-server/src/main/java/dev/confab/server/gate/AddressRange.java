package dev.confab.server.gate;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Addresses with the same first `bits` bits, as in 10.0.0.0/8 (RFC 4632, RFC 4291).
public record AddressRange(InetAddress network, int bits) {
  private static final Pattern FORM = Pattern.compile("([^/]+)(?:/([0-9]{1,3}))?");

  /// An address alone is a range of one. Empty where bits are set beyond the length: somebody meant
  /// something else.
  public static Optional<AddressRange> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    return AddressText.parse(form.group(1)).flatMap(network -> of(network, form.group(2)));
  }

  private static Optional<AddressRange> of(InetAddress network, @Nullable String length) {
    int all = 8 * network.getAddress().length;
    int bits = length == null ? all : Integer.parseInt(length);
    return Optional.of(new AddressRange(network, bits))
        .filter(range -> bits <= all && range.isExact());
  }

  private boolean isExact() {
    byte[] bytes = network.getAddress();
    for (int i = bits; i < 8 * bytes.length; i++) {
      if (bit(bytes, i) != 0) {
        return false;
      }
    }
    return true;
  }

  public boolean contains(InetAddress address) {
    byte[] theirs = address.getAddress();
    byte[] ours = network.getAddress();
    if (theirs.length != ours.length) {
      return false;
    }
    for (int i = 0; i < bits; i++) {
      if (bit(theirs, i) != bit(ours, i)) {
        return false;
      }
    }
    return true;
  }

  private static int bit(byte[] bytes, int index) {
    return bytes[index / 8] >> (7 - index % 8) & 1;
  }
}
