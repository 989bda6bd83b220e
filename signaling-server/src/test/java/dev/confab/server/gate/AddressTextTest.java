package dev.confab.server.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTextTest {
  static InetAddress address(String text) {
    return AddressText.parse(text).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "::ffff:192.0.2.1, 192.0.2.1",
    "::FFFF:c000:0201, 192.0.2.1",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
    "2001:db8:1:2::, 2001:db8:1:2::/64",
    "::1, 0:0:0:0::/64",
  })
  void anAddressIsOneKeyAndOfIpv6ItsNetworkIs(String text, String key) {
    assertThat(AddressText.key(address(text))).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "localhost",
        "example.org",
        "127.1",
        "1.2.3",
        "1.2.3.4.5",
        "256.0.0.1",
        "0x7f.0.0.1",
        "fe80::1%eth0",
        "[::1]",
        "::1::",
        ":::",
        "1.2.3.4:80",
        "2001:db8::12345",
        "1.2.3.4/8",
        "::ffff:1.2.3.4:1.2.3.4:1.2.3.4:1.2.3.4:1.2.3.4",
        "unknown",
        "_hidden"
      })
  void whatIsNoAddressInNumbersIsNone(String text) {
    assertThat(AddressText.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "10.0.0.0/8, ::ffff:10.1.1.1, true",
    "10.0.0.0/8, a00::, false",
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.6, false",
    "192.0.2.128/25, 192.0.2.127, false",
    "192.0.2.128/25, 192.0.2.129, true",
    "0.0.0.0/0, 255.1.2.3, true",
    "0.0.0.0/0, ::1, false",
    "2001:db8::/33, 2001:db8:7fff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false",
    "::1, ::1, true",
  })
  void aRangeHoldsTheAddressesThatBeginLikeIt(String range, String text, boolean inside) {
    assertThat(AddressRange.parse(range).orElseThrow().contains(address(text))).isEqualTo(inside);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.0.0.0/33",
        "10.0.0.1/8",
        "::1/64",
        "::/129",
        "10.0.0.0/",
        "/8",
        "a/8",
        "1.2.3.4/-1"
      })
  void whatIsNoRangeIsNone(String text) {
    assertThat(AddressRange.parse(text)).isEmpty();
  }
}
