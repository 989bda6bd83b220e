package dev.confab.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confab.server.Identity;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PemIdentityTest {
  @TempDir private Path directory = Path.of("");

  private static void assertFails(Path certificates, Path key, String sentence) {
    assertThatThrownBy(() -> PemIdentity.load(certificates, key))
        .isInstanceOf(PemException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void aCertificateAndItsKeyMakeAnIdentity() throws Exception {
    Identity identity = Identity.make(directory, "EC");
    assertThat(PemIdentity.load(identity.certificate(), identity.key())).isNotNull();
  }

  @Test
  void keyAndCertificateMayStandInOneFile() throws Exception {
    Identity identity = Identity.make(directory, "EC");
    Path both =
        Files.writeString(
            directory.resolve("both.pem"),
            Files.readString(identity.certificate()) + Files.readString(identity.key()));
    assertThat(PemIdentity.load(identity.certificate(), both)).isNotNull();
  }

  @Test
  void aMissingFileIsNamed() throws Exception {
    Identity identity = Identity.make(directory, "EC");
    Path missing = directory.resolve("missing");
    assertFails(missing, identity.key(), "certificate file " + missing + " cannot be read");
    assertFails(identity.certificate(), missing, "key file " + missing + " cannot be read");
  }

  @Test
  void aFileOfSomethingElseIsSaidToBeThat() throws Exception {
    Identity identity = Identity.make(directory, "EC");
    Path other = Files.writeString(directory.resolve("other"), "hello");
    assertFails(other, identity.key(), "no PEM certificate in " + other);
    assertFails(identity.certificate(), other, "no PEM key in " + other);
  }

  @Test
  void aKeyOfAnOlderFormComesWithTheCommandThatConvertsIt() throws Exception {
    Identity identity = Identity.make(directory, "RSA");
    Path old = Identity.pem(directory.resolve("old.key"), "RSA PRIVATE KEY", new byte[9]);
    assertFails(identity.certificate(), old, "openssl pkcs8 -topk8 -nocrypt -in " + old);
  }

  @Test
  void anEncryptedKeyComesWithTheCommandThatDecryptsIt() throws Exception {
    Identity identity = Identity.make(directory, "RSA");
    Path locked = Identity.pem(directory.resolve("l"), "ENCRYPTED PRIVATE KEY", new byte[9]);
    assertFails(identity.certificate(), locked, "openssl pkcs8 -topk8 -nocrypt -in " + locked);
  }

  @Test
  void aKeyOfAnotherKindIsTold() throws Exception {
    Path key = Identity.make(directory, "RSA").key();
    assertFails(Identity.make(directory, "EC").certificate(), key, "not the EC key");
  }

  @Test
  void aKeyOfAnotherCertificateIsTold() throws Exception {
    Path certificate = Identity.make(directory, "EC").certificate();
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    assertFails(certificate, Identity.make(elsewhere, "EC").key(), "is not that of the first");
  }
}
