package dev.confab.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.server.ServerConfig.TlsFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init") // see makeIdentity
class FindingsIT {
  private final Instant now = Instant.now();

  @TempDir private static Path shared = Path.of("");

  /// Good for two days.
  private static Identity identity;

  @BeforeAll
  static void makeIdentity() throws Exception {
    identity = Identity.make(shared, "EC");
  }

  private static Findings at(Instant time) {
    TlsFiles files = new TlsFiles(identity.certificate(), identity.key());
    return Findings.of(ServerConfig.defaults().withTls(files), time);
  }

  private Findings bound(String address) {
    return Findings.of(ServerConfig.defaults().withAddress(address, 8443), now);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "127.0.0.1", "127.0.0.9", "::1", "localhost"})
  void anAddressOfThisMachineIsNotWorthAWord(String address) {
    assertThat(bound(address).problems()).isEmpty();
    assertThat(bound(address).warnings()).isEmpty();
  }

  @Test
  void anAddressOfAnotherMachineIsTold() {
    assertThat(bound("192.0.2.77").problems())
        .singleElement()
        .asString()
        .startsWith("The address 192.0.2.77 to listen on is not one of this machine's.");
  }

  @Test
  void twoPortsThatMeetAreAProblem() {
    ServerConfig both =
        ServerConfig.defaults()
            .withAddress("0.0.0.0", 9090)
            .withHttp(new HttpSettings("127.0.0.1", 9090, null, null));
    assertThat(Findings.of(both, now).problems())
        .singleElement()
        .asString()
        .startsWith("port and http-port are both 9090");
  }

  @Test
  void aCertificateThatExpiresSoonIsAWarning() {
    assertThat(at(now.plusSeconds(1)).problems()).isEmpty();
    assertThat(at(now.plusSeconds(1)).warnings())
        .singleElement()
        .asString()
        .contains(identity.certificate() + " expires on ");
    Instant longBefore = now.minus(Duration.ofDays(1));
    assertThat(at(longBefore).problems()).singleElement().asString().contains("only from ");
  }

  @Test
  void aCertificateThatHasExpiredIsAProblem() {
    Findings late = at(now.plus(Duration.ofDays(3)));
    assertThat(late.problems()).singleElement().asString().contains("has expired on ");
    assertThat(late.warnings()).isEmpty();
  }

  @Test
  void aKeyOfAnotherCertificateIsAProblem() throws Exception {
    Identity other = Identity.make(Files.createDirectory(shared.resolve("other")), "EC");
    TlsFiles mixed = new TlsFiles(identity.certificate(), other.key());
    assertThat(Findings.of(ServerConfig.defaults().withTls(mixed), now).problems())
        .singleElement()
        .asString()
        .contains("is not that of the first certificate");
  }
}
