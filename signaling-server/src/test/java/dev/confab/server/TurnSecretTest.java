package dev.confab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.confab.protocol.IceServer;
import dev.confab.server.room.IceOffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnSecretTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
  private static final Duration DAY = Duration.ofHours(24);
  private static final String SESSION = "Yp0fQmVtTbKx1a2B";

  /// printf '1700086400:Yp0fQmVtTbKx1a2B' | openssl dgst -sha1 -hmac north -binary | base64
  private static final String PASSWORD = "WvH4faVlCcJZItkdpHZ3y6I9n9U=";

  @TempDir private Path folder;

  private static List<IceServer> offer(TurnSecret secret, String... urls) {
    List<IceServer> servers = List.of(urls).stream().map(IceServer::of).toList();
    return new IceSettings(servers, secret, DAY).offer(SESSION, NOW);
  }

  @Test
  void credentialsAreThoseThatCoturnWorksOut() {
    IceServer relay = offer(new TurnSecret("north"), "turn:turn.example.org").getFirst();
    assertThat(relay.username()).isEqualTo("1700086400:" + SESSION);
    assertThat(relay.credential()).isEqualTo(PASSWORD);
  }

  @Test
  void onlyThoseThatRelayGetCredentials() {
    assertThat(offer(new TurnSecret("north"), "stun:a", "turns:b", "TURN:c"))
        .extracting(IceServer::credential)
        .containsExactly(null, PASSWORD, PASSWORD);
  }

  @Test
  void theyAreGoodForAsLongAsIsSaidAndRenewedInTheMiddle() {
    IceSettings hour =
        new IceSettings(
            List.of(IceServer.of("turn:a")), new TurnSecret("north"), Duration.ofHours(1));
    assertThat(hour.offer(SESSION, NOW).getFirst().username()).startsWith("1700003600:");
    assertThat(hour.renewal()).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void whatIsNoSecretNeverGrowsOld() {
    assertThat(IceSettings.NONE.renewal()).isEqualTo(IceOffer.NEVER);
  }

  @Test
  void aCertificateThatIsNotCheckedStaysSo() {
    List<IceServer> servers = List.of(IceServer.of("turns:a").withAnyCertificate());
    assertThat(
            new IceSettings(servers, new TurnSecret("north"), DAY).offer(SESSION, NOW).getFirst())
        .matches(IceServer::anyCertificate);
  }

  @Test
  void theSecretIsTheTextOfItsFile() throws Exception {
    Path file = Files.writeString(folder.resolve("secret"), "\n north \r\n");
    assertThat(offer(TurnSecret.read(file), "turn:a").getFirst().credential()).isEqualTo(PASSWORD);
  }

  @Test
  void aFileWithoutASecretIsRefusedInWords() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty"), " \n");
    Path large = Files.writeString(folder.resolve("large"), "x".repeat(4097));
    Path missing = folder.resolve("missing");
    assertThat(refusal(empty)).isEqualTo("The file of the TURN secret " + empty + " is empty.");
    assertThat(refusal(large)).endsWith(" has more than 4096 bytes.");
    assertThat(refusal(missing)).endsWith(" cannot be read.");
  }

  private static String refusal(Path file) {
    StartException refused =
        catchThrowableOfType(StartException.class, () -> TurnSecret.read(file));
    assertThat(refused.exitStatus()).isEqualTo(2);
    return String.valueOf(refused.getMessage());
  }
}
