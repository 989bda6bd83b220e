package dev.confab.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class UpdateFactsTest {
  private static final String URL = "https://example.org/confab-update.json";

  private static String key() throws NoSuchAlgorithmException {
    byte[] key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic().getEncoded();
    return Base64.getEncoder().encodeToString(key);
  }

  @Test
  void theyAreWrittenAsTheAppReadsThem() throws Exception {
    assertThat(UpdateFacts.of(URL, key() + "\n", "off").text().lines())
        .hasSize(3)
        .contains("url=" + URL, "check=off");
  }

  @Test
  void noPackageIsMadeThatWouldNeverAsk() throws Exception {
    String key = key();
    assertThatThrownBy(() -> UpdateFacts.of(URL, "", "on")).isInstanceOf(PackagingException.class);
    assertThatThrownBy(() -> UpdateFacts.of("http://example.org/u", key, "on"))
        .isInstanceOf(PackagingException.class);
  }

  @Test
  void aWordThatIsNeitherIsNotTakenForOn() throws Exception {
    String key = key();
    assertThatThrownBy(() -> UpdateFacts.of(URL, key, "false"))
        .isInstanceOf(PackagingException.class)
        .hasMessageContaining("on or off");
  }
}
