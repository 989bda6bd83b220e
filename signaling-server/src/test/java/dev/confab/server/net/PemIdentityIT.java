package dev.confab.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confab.server.Identity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // see makeIdentities
class PemIdentityIT {
  @TempDir private static Path shared = Path.of("");
  @TempDir private Path directory = Path.of("");

  private static Identity ec;
  private static Identity rsa;

  @BeforeAll
  static void makeIdentities() throws Exception {
    ec = Identity.make(shared, "EC");
    rsa = Identity.make(shared, "RSA");
  }

  private static void assertFails(Path certificates, Path key, String sentence) {
    assertThatThrownBy(() -> PemIdentity.load(certificates, key))
        .isInstanceOf(PemException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void aCertificateAndItsKeyMakeAnIdentity() throws Exception {
    PemIdentity identity = PemIdentity.load(ec.certificate(), ec.key());
    assertThat(Instant.now()).isBetween(identity.notBefore(), identity.notAfter());
  }

  @Test
  void keyAndCertificateMayStandInOneFile() throws Exception {
    Path both =
        Files.writeString(
            directory.resolve("both.pem"),
            Files.readString(ec.certificate()) + Files.readString(ec.key()));
    assertThat(PemIdentity.load(both, both)).isNotNull();
  }

  @Test
  void aMissingFileIsNamed() throws Exception {
    Path missing = directory.resolve("missing");
    assertFails(missing, ec.key(), "certificate file " + missing + " cannot be read");
    assertFails(ec.certificate(), missing, "key file " + missing + " cannot be read");
  }

  @Test
  void aFileOfSomethingElseIsSaidToBeThat() throws Exception {
    Path other = Files.writeString(directory.resolve("other"), "hello");
    assertFails(other, ec.key(), "no PEM certificate in " + other);
    assertFails(ec.certificate(), other, "no PEM key in " + other);
  }

  @Test
  void aLargeFileIsNotRead() throws Exception {
    Path large = directory.resolve("large");
    Files.write(large, new byte[PemIdentity.MAX_BYTES + 1]);
    assertFails(large, ec.key(), "certificate file " + large + " has more than 1048576 bytes");
  }

  @Test
  void aKeyOfAnOlderFormComesWithTheCommandThatConvertsIt() throws Exception {
    Path old = Identity.pem(directory.resolve("old.key"), "RSA PRIVATE KEY", new byte[9]);
    assertFails(rsa.certificate(), old, "openssl pkcs8 -topk8 -nocrypt -in " + old);
  }

  @Test
  void anEncryptedKeyComesWithTheCommandThatDecryptsIt() throws Exception {
    Path locked = Identity.pem(directory.resolve("l"), "ENCRYPTED PRIVATE KEY", new byte[9]);
    assertFails(rsa.certificate(), locked, "openssl pkcs8 -topk8 -nocrypt -in " + locked);
  }

  @Test
  void aKeyOfAnotherKindIsTold() throws Exception {
    Path key = rsa.key();
    assertFails(ec.certificate(), key, "not the EC key");
  }

  @Test
  void aKeyOfAnotherCertificateIsTold() throws Exception {
    Path certificate = ec.certificate();
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    assertFails(certificate, Identity.make(elsewhere, "EC").key(), "is not that of the first");
  }
}
