package dev.confab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confab.protocol.CloseCode;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.ServerMessage.MemberJoined;
import dev.confab.protocol.ServerMessage.Signal;
import dev.confab.server.ServerConfig.TlsFiles;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same server over TLS.
class TlsIT {
  @TempDir private Path directory = Path.of("");

  private static SignalingServer serverWith(Identity identity) {
    TlsFiles files = new TlsFiles(identity.certificate(), identity.key());
    return TestServers.start(it -> it.withTls(files));
  }

  private static HttpClient clientOf(Identity identity) throws Exception {
    return HttpClient.newBuilder().sslContext(identity.clientContext()).build();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC", "Ed25519"})
  void largeSignalsPassOverTls(String algorithm) throws Exception {
    Identity identity = Identity.make(directory, algorithm);
    try (SignalingServer server = serverWith(identity);
        HttpClient http = clientOf(identity);
        Peer ann = new Peer(URI.create(server.address()), http);
        Peer bob = new Peer(URI.create(server.address()), http)) {
      assertThat(server.address()).startsWith("wss://");
      ann.hello("Ann");
      ann.join("tea");
      bob.hello("Bob");
      bob.join("tea");
      PeerId place = ann.await(MemberJoined.class).member().peer();
      String large = "x".repeat(49_000);
      for (int i = 0; i < 20; i++) {
        ann.signal(place, large + i);
      }
      for (int i = 0; i < 20; i++) {
        assertThat(bob.await(Signal.class).payload()).isEqualTo(large + i);
      }
    }
  }

  @Test
  void aCloseCodeArrivesOverTls() throws Exception {
    Identity identity = Identity.make(directory, "EC");
    try (SignalingServer server = serverWith(identity);
        HttpClient http = clientOf(identity);
        Peer eve = new Peer(URI.create(server.address()), http)) {
      eve.hello("Eve");
      eve.binary(new byte[1]);
      assertThat(eve.awaitClose()).isEqualTo(CloseCode.NOT_TEXT.number());
    }
  }

  @Test
  void whoDoesNotTrustTheCertificateDoesNotGetIn() throws Exception {
    Identity identity = Identity.make(directory, "EC");
    try (SignalingServer server = serverWith(identity)) {
      assertThatThrownBy(() -> new Peer(URI.create(server.address())))
          .hasRootCauseInstanceOf(GeneralSecurityException.class)
          .hasStackTraceContaining(SSLException.class.getPackageName());
    }
  }

  @Test
  void plainTextOnATlsPortHarmsNobody() throws Exception {
    Identity identity = Identity.make(directory, "EC");
    try (SignalingServer server = serverWith(identity);
        RawClient plain = new RawClient(URI.create(server.address()));
        HttpClient http = clientOf(identity)) {
      plain.write(RawClient.handshake("confab"));
      plain.awaitEnd();
      try (Peer ann = new Peer(URI.create(server.address()), http)) {
        ann.hello("Ann");
      }
    }
  }
}
