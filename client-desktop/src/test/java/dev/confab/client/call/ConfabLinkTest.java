package dev.confab.client.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confab.protocol.InvalidValueException;
import dev.confab.protocol.InvitationToken;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.RoomPassword;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfabLinkTest {
  @ParameterizedTest
  @CsvSource({
    "confab://talk.example.org/annas-room, wss://talk.example.org, annas-room",
    "confab://talk.example.org:8443/annas-room#s3cret, wss://talk.example.org:8443, annas-room",
    "https://talk.example.org/annas-room#a/b?c, wss://talk.example.org, annas-room",
    "confab://localhost:8443/r?insecure#x, ws://localhost:8443, r",
    "confab://localhost/r, wss://localhost, r",
    "CONFAB://talk.example.org/r/, wss://talk.example.org, r",
    "'  confab://[::1]:8443/r ', wss://[::1]:8443, r",
  })
  void aLinkNamesServerAndRoom(String text, String server, String room)
      throws InvalidValueException {
    ConfabLink link = ConfabLink.parse(text);

    assertThat(link.server()).hasToString(server);
    assertThat(link.room().value()).isEqualTo(room);
    assertThat(link.admission()).isEqualTo(Admission.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "confab://h/r#password=sesame, sesame, ",
    "https://h/r#password=sesame, sesame, ",
    "confab://h/r#invitation=a.b.c, , a.b.c",
    "confab://h/r?insecure#password=a%26b%3Dc%20%23+d&invitation=x, a&b=c #+d, x",
    "confab://h/r#password=%E2%82%ACuro%F0%9F%99%82, €uro🙂, ",
    "confab://h/r#later=1&password=sesame&password=other, sesame, ",
    "confab://h/r#password=, , ",
    "confab://h/r#password=%C3, , ",
    "confab://h/r#password=%00x, , ",
    "confab://h/r#Password=sesame, , ",
  })
  void whatFollowsTheHashIsShownAtTheDoor(String text, String password, String invitation)
      throws InvalidValueException {
    ConfabLink link = ConfabLink.parse(text);

    assertThat(link.password() == null ? null : link.password().value()).isEqualTo(password);
    assertThat(link.invitation() == null ? null : link.invitation().value()).isEqualTo(invitation);
  }

  @Test
  void theLargestSecretsThereCanBeFitIn() throws InvalidValueException {
    ConfabLink link =
        new ConfabLink(
            ServerAddress.parse("h"),
            new RoomId("r"),
            new RoomPassword("🙂".repeat(RoomPassword.MAX_CODE_POINTS)),
            new InvitationToken("=".repeat(InvitationToken.MAX_LENGTH)));

    assertThat(ConfabLink.parse(link.handoverText())).isEqualTo(link);
  }

  @Test
  void anInvitationIsNeverShared() throws InvalidValueException {
    ConfabLink link = ConfabLink.parse("confab://h/r#password=sesame&invitation=a.b.c");

    assertThat(link.shareText()).isEqualTo("confab://h/r#password=sesame");
    assertThat(link.withPassword(null).shareText()).isEqualTo("confab://h/r");
    assertThat(link.handoverText()).contains("a.b.c");
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
        "confab://talk.example.org:8443/annas-room#password=s3cret",
        "confab://localhost:8443/r?insecure#password=x",
      })
  void whatIsSharedLeadsToTheSamePlace(String text) throws InvalidValueException {
    ConfabLink link = ConfabLink.parse(text);

    assertThat(link.shareText()).isEqualTo(text);
    assertThat(ConfabLink.parse(link.shareText())).isEqualTo(link);
  }

  @Test
  void itsSecretDoesNotGetIntoLogs() throws InvalidValueException {
    assertThat(ConfabLink.parse("confab://talk.example.org/r#password=s3cret").toString())
        .isEqualTo("confab://talk.example.org/r#…");
  }
}
