package dev.confab.client.rtc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.Paths;
import dev.confab.protocol.IceServer;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCIceServer;
import dev.onvoid.webrtc.RTCIceTransportPolicy;
import dev.onvoid.webrtc.TlsCertPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionSettingsTest {
  private static final IceServer RELAY = IceServer.of("turns:a").withCredentials("1:ann", "x");

  private static RTCConfiguration settings(IceServer server, boolean relayOnly) {
    return new ConnectionSettings(new Paths(List.of(server), relayOnly)).toRtc();
  }

  @Test
  void directConnectionsAreTriedUnlessTheAddressIsHidden() {
    assertThat(settings(RELAY, false).iceTransportPolicy).isEqualTo(RTCIceTransportPolicy.ALL);
    assertThat(settings(RELAY, true).iceTransportPolicy).isEqualTo(RTCIceTransportPolicy.RELAY);
  }

  @Test
  void aCertificateIsCheckedUnlessTheServerSaysThatItCannotBe() {
    assertThat(settings(RELAY, false).iceServers.getFirst().tlsCertPolicy)
        .isEqualTo(TlsCertPolicy.SECURE);
    assertThat(settings(RELAY.withAnyCertificate(), false).iceServers.getFirst().tlsCertPolicy)
        .isEqualTo(TlsCertPolicy.INSECURE_NO_CHECK);
  }

  @Test
  void credentialsGoToTheServerThatTheyAreFor() {
    RTCIceServer relay = settings(RELAY, false).iceServers.getFirst();
    assertThat(relay.urls).containsExactly("turns:a");
    assertThat(relay.username).isEqualTo("1:ann");
    assertThat(relay.password).isEqualTo("x");
  }
}
