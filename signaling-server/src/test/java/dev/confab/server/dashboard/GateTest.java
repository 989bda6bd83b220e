package dev.confab.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import dev.confab.server.http.Request;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
  private final Gate gate = new Gate(Set.of("status.example.org"));

  private static Request by(String host) {
    Headers headers = new Headers();
    headers.add("Host", host);
    return new Request("127.0.0.1", "GET", "/dashboard", "", headers, "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:9090",
        "LOCALHOST",
        "127.0.0.1:9090",
        "[::1]:9090",
        "192.0.2.7",
        "[2001:db8::7]:9090",
        "Status.Example.ORG"
      })
  void ourNamesAndPlainAddressesAreOurs(String host) {
    assertThat(gate.isOurs(by(host))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "status.example.org.evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "127.0.0.1@evil.example",
        "1.2.3.evil",
        ""
      })
  void aNameThatSomebodyElseGaveUsIsNot(String host) {
    assertThat(gate.isOurs(by(host))).isFalse();
  }

  @Test
  void withoutANameNobodyIsLetIn() {
    assertThat(gate.isOurs(new Request("127.0.0.1", "GET", "/", "", new Headers(), ""))).isFalse();
  }
}
