package dev.confab.client.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confab.client.settings.Settings.Check;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateSourceTest {
  private static final String URL = "https://updates.example.org/confab.json";
  private final Signer signer = new Signer();

  UpdateSourceTest() throws GeneralSecurityException {}

  private Properties file(String url) {
    Properties properties = new Properties();
    properties.setProperty("url", url);
    properties.setProperty("key", Base64.getEncoder().encodeToString(signer.key().getEncoded()));
    return properties;
  }

  @Test
  void theFileSaysWhomToAskAndWhomToBelieve() throws BadUpdateException {
    UpdateSource source = UpdateSource.of(file(URL));

    assertThat(source).isEqualTo(new UpdateSource(URI.create(URL), signer.key(), false));
    assertThat(source.host()).isEqualTo("updates.example.org");
  }

  @Test
  void aPersonsChoiceGoesBeforeThatOfTheFile() throws BadUpdateException {
    Properties on = file(URL);
    on.setProperty("check", "on");
    Properties off = file(URL);
    off.setProperty("check", "off");

    assertThat(UpdateSource.of(on).isWanted(Check.NOT_CHOSEN)).isTrue();
    assertThat(UpdateSource.of(on).isWanted(Check.OFF)).isFalse();
    assertThat(UpdateSource.of(off).isWanted(Check.NOT_CHOSEN)).isFalse();
    assertThat(UpdateSource.of(off).isWanted(Check.ON)).isTrue();
    assertThat(UpdateSource.of(file(URL)).isWanted(Check.NOT_CHOSEN)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:8/u", "http://127.0.0.1/u", "http://[::1]:80/u"})
  void onThisComputerItNeedNotBeHttps(String url) throws BadUpdateException {
    assertThat(UpdateSource.of(file(url)).url()).isEqualTo(URI.create(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "updates.example.org",
        "http://example.org/u",
        "http://localhost.example.org/u",
        "http://127.0.0.1.example.org/u",
        "http://localhost@example.org/u",
        "https://a:b@example.org/u",
        "https:///u",
        "ftp://localhost/u",
        "file:///etc/passwd",
        "https://exa mple.org"
      })
  void anAddressThatOthersCouldChangeIsRefused(String url) {
    assertThatThrownBy(() -> UpdateSource.of(file(url))).isInstanceOf(BadUpdateException.class);
  }

  @Test
  void aKeyOfAnotherKindIsRefused() throws GeneralSecurityException {
    for (String kind : new String[] {"Ed448", "X25519", "RSA", "EC"}) {
      byte[] other = KeyPairGenerator.getInstance(kind).generateKeyPair().getPublic().getEncoded();
      assertThatThrownBy(() -> UpdateSource.publicKey(Base64.getEncoder().encodeToString(other)))
          .isInstanceOf(BadUpdateException.class);
    }
    assertThatThrownBy(() -> UpdateSource.publicKey("")).isInstanceOf(BadUpdateException.class);
    assertThatThrownBy(() -> UpdateSource.publicKey("*")).isInstanceOf(BadUpdateException.class);
  }
}
