package dev.confab.server.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confab.protocol.DisplayName;
import dev.confab.protocol.RoomId;
import dev.confab.server.room.Invitation;
import dev.confab.server.room.Right;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
  private static final Invitation INVITATION =
      new Invitation(new RoomId("tea"), new DisplayName("Ann"), Set.of(Right.OWNER, Right.ENTER));

  @TempDir
  @SuppressWarnings("NullAway.Init") // by JUnit
  private Path folder;

  private Path file(String text) throws Exception {
    return Files.writeString(folder.resolve("key"), text);
  }

  @Test
  void whatIsMadeWithASecretOpensWithIt() throws Exception {
    Path key = Keys.secret(folder);
    assertThat(InvitationKey.read(key).isSecret()).isTrue();
    assertThat(opened(key, key)).isTrue();
  }

  @Test
  void whatIsMadeWithAPrivateKeyOpensWithThePublicOne() throws Exception {
    KeyPair pair = Keys.ed25519();
    Path hidden = Keys.pem(folder.resolve("private.pem"), "PRIVATE KEY", pair.getPrivate());
    Path open = Keys.pem(folder.resolve("public.pem"), "PUBLIC KEY", pair.getPublic());
    assertThat(InvitationKey.read(open).isSecret()).isFalse();
    assertThat(opened(hidden, open)).isTrue();
    Path other = Keys.pem(folder.resolve("other.pem"), "PUBLIC KEY", Keys.ed25519().getPublic());
    assertThat(opened(hidden, other)).isFalse();
  }

  private static boolean opened(Path makes, Path checks) throws Exception {
    var token = InvitationMint.read(makes).make(INVITATION, Keys.NOW.plusSeconds(60));
    return new Invitations(InvitationKey.read(checks), () -> Keys.NOW)
        .open(INVITATION.room(), token)
        .filter(INVITATION::equals)
        .isPresent();
  }

  @Test
  void whiteSpaceAroundASecretDoesNotCount() throws Exception {
    Path one = Files.writeString(folder.resolve("one"), "x".repeat(32));
    Path other = Files.writeString(folder.resolve("other"), "\r\n " + "x".repeat(32) + "\n");
    assertThat(opened(one, other)).isTrue();
  }

  @Test
  void aShortSecretIsRefusedAndNotRepeated() throws Exception {
    String shorter = "x".repeat(31);
    Path file = file(shorter);
    assertThatThrownBy(() -> InvitationKey.read(file))
        .isInstanceOf(KeyFileException.class)
        .hasMessageContaining("32 bytes")
        .hasMessageNotContaining(shorter);
  }

  @Test
  void aPrivateKeyDoesNotBelongOnTheServer() throws Exception {
    Path file = Keys.pem(folder.resolve("key"), "PRIVATE KEY", Keys.ed25519().getPrivate());
    assertThatThrownBy(() -> InvitationKey.read(file)).hasMessageContaining("private key");
  }

  @Test
  void nothingIsMadeWithAPublicKey() throws Exception {
    Path file = Keys.pem(folder.resolve("key"), "PUBLIC KEY", Keys.ed25519().getPublic());
    assertThatThrownBy(() -> InvitationMint.read(file)).hasMessageContaining("public key");
  }

  @Test
  void otherKeysAreRefused() throws Exception {
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(2048);
    String foreign = Keys.pem("PUBLIC KEY", rsa.generateKeyPair().getPublic());
    String broken = Keys.pem("PUBLIC KEY", Keys.ed25519().getPublic()).replace("MCow", "MCox");
    String two = Keys.pem("PUBLIC KEY", Keys.ed25519().getPublic()).repeat(2);
    String certificate = "-----BEGIN CERTIFICATE-----\nMCowBQYDK2Vw\n-----END CERTIFICATE-----\n";
    for (String text : new String[] {foreign, broken, two, certificate, "-----BEGIN"}) {
      Path file = file(text);
      assertThatThrownBy(() -> InvitationKey.read(file))
          .as(text)
          .isInstanceOf(KeyFileException.class);
    }
  }

  @Test
  void whatIsTooLargeOrNoTextOrNotThereIsRefused() throws Exception {
    Path large = file("x".repeat(4097));
    assertThatThrownBy(() -> KeyFile.read(large)).hasMessageContaining("4096");
    Path binary = Files.write(folder.resolve("binary"), new byte[] {-1, -2, 0, 1});
    assertThatThrownBy(() -> KeyFile.read(binary)).hasMessageContaining("is not text");
    assertThatThrownBy(() -> KeyFile.read(folder.resolve("nowhere")))
        .hasMessageContaining("cannot be read");
  }

  @Test
  void keysDoNotShowThemselves() throws Exception {
    assertThat(KeyFile.read(Keys.secret(folder)).toString()).doesNotContain(Keys.SECRET);
    assertThat(InvitationKey.read(Keys.secret(folder)).toString()).isEqualTo("InvitationKey");
  }
}
