package dev.confab.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import java.net.SocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortsTest {
  private static ServerConfig config(String bind, int port, String httpBind, int httpPort) {
    return ServerConfig.defaults()
        .withAddress(bind, port)
        .withHttp(new HttpSettings(httpBind, httpPort, null, null));
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, 9090, 127.0.0.1, 9090, true",
    "::, 9090, 127.0.0.1, 9090, true",
    "127.0.0.1, 9090, 0.0.0.0, 9090, true",
    "127.0.0.1, 9090, localhost, 9090, true",
    "127.0.0.1, 9090, 127.0.0.2, 9090, false",
    "127.0.0.1, 9090, 127.0.0.1, 9091, false",
    "127.0.0.1, 0, 127.0.0.1, 0, false",
  })
  void onePortForBothIsAProblem(
      String bind, int port, String httpBind, int httpPort, boolean clash) {
    assertThat(Ports.clash(config(bind, port, httpBind, httpPort)).isPresent()).isEqualTo(clash);
  }

  @Test
  void withoutTheSecondPortNothingMeets() {
    assertThat(Ports.clash(ServerConfig.defaults())).isEmpty();
  }

  @Test
  void aPortThatNeedsARightSaysHowToGetIt() {
    Ports nobody = new Ports(1024, false);
    assertThat(nobody.withoutRight(config("::", 443, "::1", 80)))
        .hasSize(2)
        .allMatch(it -> it.contains("AmbientCapabilities=CAP_NET_BIND_SERVICE"))
        .anyMatch(it -> it.startsWith("Port 443 "));
    assertThat(nobody.withoutRight(config("::", 1024, "::1", 0))).isEmpty();
    assertThat(new Ports(80, false).withoutRight(config("::", 443, "::1", 80))).isEmpty();
    assertThat(new Ports(1024, true).withoutRight(config("::", 443, "::1", 80))).isEmpty();
  }

  @Test
  void whoeverCannotListenIsToldWhatHelps() {
    BindException refused = new BindException("Permission denied");
    Ports nobody = new Ports(1024, false);
    assertThat(nobody.cannotListen("127.0.0.1", 443, refused))
        .startsWith("Cannot listen on 127.0.0.1, port 443: it needs a right.")
        .contains("AmbientCapabilities=CAP_NET_BIND_SERVICE", "reverse proxy")
        .doesNotContain("Permission", "another program");
    assertThat(new Ports(1024, true).cannotListen("127.0.0.1", 443, refused))
        .contains("another program uses it");
    assertThat(nobody.cannotListen("127.0.0.1", 8443, refused)).contains("another program uses it");
    assertThat(nobody.cannotListen("192.0.2.1", 8443, refused))
        .contains("not one of this machine's");
    assertThat(nobody.cannotListen("127.0.0.1", 8443, new SocketException("No buffers")))
        .endsWith(": No buffers.");
  }

  @Test
  void rightsAreReadAsLinuxWritesThem() {
    assertThat(Ports.effective("Name:\tjava\nCapEff:\t0000000000000400\nCapBnd:\t0\n"))
        .isEqualTo(1 << 10);
    assertThat(Ports.effective("CapEff:\tffffffffffffffff\n")).isEqualTo(-1);
    assertThat(Ports.effective("nothing")).isZero();
  }
}
