package dev.confab.client.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confab.protocol.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfabLinkTest {
  @ParameterizedTest
  @CsvSource({
    "confab://talk.example.org/annas-room, wss://talk.example.org, annas-room, ''",
    "confab://talk.example.org:8443/annas-room#s3cret, wss://talk.example.org:8443, annas-room,"
        + " s3cret",
    "https://talk.example.org/annas-room#a/b?c, wss://talk.example.org, annas-room, a/b?c",
    "confab://localhost:8443/r?insecure#x, ws://localhost:8443, r, x",
    "confab://localhost/r, wss://localhost, r, ''",
    "CONFAB://talk.example.org/r/, wss://talk.example.org, r, ''",
    "'  confab://[::1]:8443/r ', wss://[::1]:8443, r, ''",
  })
  void aLinkNamesServerRoomAndSecret(String text, String server, String room, String secret)
      throws InvalidValueException {
    ConfabLink link = ConfabLink.parse(text);

    assertThat(link.server()).hasToString(server);
    assertThat(link.room().value()).isEqualTo(room);
    assertThat(link.secret()).isEqualTo(secret);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "annas-room",
        "confab:annas-room",
        "confab://talk.example.org",
        "confab://talk.example.org/",
        "confab://talk.example.org/a/b",
        "confab://talk.example.org/Anna%20Room",
        "confab://someone@talk.example.org/r",
        "http://talk.example.org/r",
        "javascript://talk.example.org/r",
        "confab:///r",
        "confab://talk.example.org/r s",
      })
  void whatIsNotALinkToARoomIsRefused(String text) {
    assertThatThrownBy(() -> ConfabLink.parse(text)).isInstanceOf(InvalidValueException.class);
  }

  @Test
  void aLinkOfAnyLengthIsAnsweredAtOnce() {
    String endless = "confab://talk.example.org/r#" + "x".repeat(1_000_000);

    assertThatThrownBy(() -> ConfabLink.parse(endless)).isInstanceOf(InvalidValueException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "confab://talk.example.org/annas-room",
        "confab://talk.example.org:8443/annas-room#s3cret",
        "confab://localhost:8443/r?insecure#x",
      })
  void whatIsSharedLeadsToTheSamePlace(String text) throws InvalidValueException {
    ConfabLink link = ConfabLink.parse(text);

    assertThat(link.shareText()).isEqualTo(text);
    assertThat(ConfabLink.parse(link.shareText())).isEqualTo(link);
  }

  @Test
  void itsSecretDoesNotGetIntoLogs() throws InvalidValueException {
    assertThat(ConfabLink.parse("confab://talk.example.org/r#s3cret").toString())
        .isEqualTo("confab://talk.example.org/r#…");
  }
}
