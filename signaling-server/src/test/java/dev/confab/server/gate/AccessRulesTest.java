package dev.confab.server.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessRulesTest {
  private static AccessRules trusting(String... ranges) {
    return AccessRules.DEFAULT.withTrustedProxies(
        Stream.of(ranges).map(range -> AddressRange.parse(range).orElseThrow()).toList());
  }

  private static String client(AccessRules rules, String peer, String forwarded) {
    return rules.client(AddressTextTest.address(peer), forwarded).getHostAddress();
  }

  @Test
  void whatSomeoneElseSaysDoesNotCount() {
    assertThat(client(trusting("127.0.0.1"), "192.0.2.1", "198.51.100.1")).isEqualTo("192.0.2.1");
    assertThat(client(AccessRules.DEFAULT, "127.0.0.1", "198.51.100.1")).isEqualTo("127.0.0.1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "198.51.100.1 | 198.51.100.1",
        // what a client wrote itself stands before what the proxy added
        "1.1.1.1, 198.51.100.1 | 198.51.100.1",
        "127.0.0.1, 198.51.100.1 | 198.51.100.1",
        "198.51.100.1, 10.1.2.3 | 198.51.100.1",
        "1.1.1.1,198.51.100.1,10.1.2.3,10.9.9.9 | 198.51.100.1",
        // several lines, as the library joins them
        "1.1.1.1; 198.51.100.1 | 198.51.100.1",
        // nobody but proxies: the first of them
        "10.0.0.7, 10.0.0.8 | 10.0.0.7",
        // what cannot be read ends the way
        "nonsense | 127.0.0.1",
        "198.51.100.1, nonsense | 127.0.0.1",
        "198.51.100.1, nonsense, 10.0.0.8 | 10.0.0.8",
        "198.51.100.1, | 127.0.0.1",
        "'' | 127.0.0.1",
        "localhost | 127.0.0.1",
        // with ports
        "198.51.100.1:4711 | 198.51.100.1",
        "::ffff:198.51.100.1 | 198.51.100.1",
        "[2001:db8::1]:4711 | 2001:db8:0:0:0:0:0:1",
        "[2001:db8::1] | 2001:db8:0:0:0:0:0:1",
        "2001:db8::1 | 2001:db8:0:0:0:0:0:1",
      })
  void ofATrustedProxyTheLastOneWhoIsNotTrustedIsTheClient(String forwarded, String client) {
    AccessRules rules = trusting("127.0.0.1", "10.0.0.0/8");
    assertThat(client(rules, "127.0.0.1", forwarded)).isEqualTo(client);
  }

  @Test
  void anIpv4ProxyIsTrustedInTheFormOfIpv6Too() {
    assertThat(client(trusting("127.0.0.1"), "::ffff:127.0.0.1", "198.51.100.1"))
        .isEqualTo("198.51.100.1");
  }

  @Test
  void withoutAnOriginItIsNoWebPage() {
    assertThat(AccessRules.DEFAULT.admitsOrigin(Optional.empty())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "", "*"})
  void noWebPageMayConnectByDefault(String origin) {
    assertThat(AccessRules.DEFAULT.admitsOrigin(Optional.of(origin))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https://call.example.org, true",
    "HTTPS://CALL.EXAMPLE.ORG, true",
    "https://call.example.org.evil.example, false",
    "https://call.example.org:8443, false",
    "http://call.example.org, false",
    "https://evil.example; https://call.example.org, false",
    "null, false",
  })
  void onlyThePageThatIsNamedMay(String origin, boolean admitted) {
    AccessRules rules = AccessRules.DEFAULT.withAllowedOrigins(List.of("https://call.example.org"));
    assertThat(rules.admitsOrigin(Optional.of(origin))).isEqualTo(admitted);
  }

  @Test
  void aStarIsForAll() {
    AccessRules rules = AccessRules.DEFAULT.withAllowedOrigins(List.of("*"));
    assertThat(rules.admitsOrigin(Optional.of("https://any.example"))).isTrue();
    assertThat(rules.admitsOrigin(Optional.of("null"))).isTrue();
  }
}
