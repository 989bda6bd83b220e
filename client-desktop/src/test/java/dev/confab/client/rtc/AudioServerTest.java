package dev.confab.client.rtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AudioServerTest {
  @Test
  void withoutAnythingSetThereIsNowhereToAsk() {
    assertThat(AudioServer.address(Map.of())).isNull();
  }

  @Test
  void theRuntimeDirectoryHasTheUsualSocket() {
    assertThat(AudioServer.address(Map.of("XDG_RUNTIME_DIR", "/run/user/1000")))
        .isEqualTo(UnixDomainSocketAddress.of("/run/user/1000/pulse/native"));
  }

  @Test
  void aServerThatIsNamedGoesFirst() {
    assertThat(
            AudioServer.address(Map.of("PULSE_SERVER", "unix:/tmp/p", "XDG_RUNTIME_DIR", "/run")))
        .isEqualTo(UnixDomainSocketAddress.of("/tmp/p"));
  }

  @Test
  void theNameOfAMachineInFrontIsLeftOut() {
    assertThat(AudioServer.address(Map.of("PULSE_SERVER", "{desk}unix:/tmp/p tcp:other")))
        .isEqualTo(UnixDomainSocketAddress.of("/tmp/p"));
  }

  @Test
  void aServerOnTheNetworkHasAPort() {
    assertThat(AudioServer.address(Map.of("PULSE_SERVER", "tcp:127.0.0.1:4000")))
        .isEqualTo(new InetSocketAddress(InetAddress.getLoopbackAddress(), 4000));
    assertThat(AudioServer.address(Map.of("PULSE_SERVER", "127.0.0.1")))
        .isEqualTo(new InetSocketAddress(InetAddress.getLoopbackAddress(), 4713));
  }
}
