package dev.confab.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
  private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz0123456789-_ABCDE";

  @ParameterizedTest
  @ValueSource(strings = {"a", "7", "tea-room_2", "a------"})
  void roomNamesFitIntoALink(String room) throws InvalidValueException {
    assertThat(RoomId.parse(room).value()).isEqualTo(room);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-a",
        "_a",
        "Tea",
        "tea room",
        "tea/room",
        "tea\n",
        "é",
        "tea\u0000",
        "..",
        "a\uD800"
      })
  void otherRoomNamesAreRefused(String room) {
    assertThatThrownBy(() -> RoomId.parse(room)).isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> new RoomId(room)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRoomNameHasAtMost64Characters() throws InvalidValueException {
    assertThat(RoomId.parse("a".repeat(64)).value()).hasSize(RoomId.MAX_LENGTH);
    assertThatThrownBy(() -> RoomId.parse("a".repeat(65)))
        .isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> RoomId.parse("a".repeat(10_000)))
        .isInstanceOf(InvalidValueException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\n", "a.b", "é", "0123456789abcdef0123456789abcdefg"})
  void otherMemberIdsAreRefused(String peer) {
    assertThatThrownBy(() -> PeerId.parse(peer)).isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> new PeerId(peer)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aMemberIdHasUpTo32Characters() throws InvalidValueException {
    assertThat(PeerId.parse("Az09-_".repeat(5) + "ab").value()).hasSize(32);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "short",
        "abcdefghijklmnopqrstuvwxyz0123456789-_ABCD+",
        "abcdefghijklmnopqrstuvwxyz0123456789-_ABCD\n",
        "abcdefghijklmnopqrstuvwxyz0123456789-_ABCDEF"
      })
  void otherResumeTokensAreRefused(String token) {
    assertThatThrownBy(() -> ResumeToken.parse(token)).isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> new ResumeToken(token)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aResumeTokenNeverShowsItself() throws InvalidValueException {
    ClientMessage.Resume resume = new ClientMessage.Resume(ResumeToken.parse(TOKEN), 1L);

    assertThat(resume.token().value()).isEqualTo(TOKEN);
    assertThat(resume.toString()).doesNotContain(TOKEN);
  }

  @Test
  void aRoomPasswordIsTheSameFromEveryKeyboard() throws InvalidValueException {
    assertThat(RoomPassword.parse(" a\u030A ")).isEqualTo(new RoomPassword(" å "));
    assertThat(RoomPassword.parse("a\u030A".repeat(128)).value()).hasSize(128);
    assertThat(new RoomPassword("😀".repeat(128)).bytes()).hasSize(512);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\n", "\u0000", "a\uD83D", "\uDE00\uD83D", "\u0085"})
  void otherRoomPasswordsAreRefused(String password) {
    assertThatThrownBy(() -> RoomPassword.parse(password))
        .isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> new RoomPassword(password))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatOpensARoomNeverShowsItself() throws InvalidValueException {
    String secret = "open-sesame";
    ClientMessage join =
        new ClientMessage.Join(
            2,
            new RoomId("tea"),
            MediaState.NOTHING,
            RoomPassword.parse(secret),
            InvitationToken.parse(secret));
    ClientMessage change =
        new ClientMessage.SetRoom(
            3, null, new ClientMessage.NewPassword(RoomPassword.parse(secret)));

    assertThat(join.toString() + change).doesNotContain(secret);
  }

  @Test
  void whatIsRefusedIsNotRepeated() {
    String secret = "open-sesame-";
    assertThatThrownBy(() -> RoomPassword.parse(secret.repeat(200)))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageNotContaining(secret);
    assertThatThrownBy(() -> InvitationToken.parse(secret.repeat(200)))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageNotContaining(secret);
  }
}
