package dev.confab.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.CloseCode;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Limits;
import dev.confab.protocol.PeerMessage;
import dev.confab.protocol.Protocol;
import dev.confab.protocol.ServerMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What the code knows, the document knows too.
class ProtocolDocumentTest {
  private final String document = document();

  private static String document() {
    try {
      // of this module when Maven runs the test, of the project in an editor
      Path here = Path.of("docs/protocol.md");
      return Files.readString(Files.exists(here) ? here : Path.of("../docs/protocol.md"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Stream<Class<?>> messages() {
    return Stream.of(ClientMessage.class, ServerMessage.class, PeerMessage.class)
        .flatMap(family -> Stream.of(family.getPermittedSubclasses()));
  }

  /// `MemberJoined` is `member-joined`; a refusal is called `error` on the wire.
  private static String wire(Class<?> message) {
    return message == ServerMessage.Refused.class
        ? "error"
        : message.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void everyMessageHasItsRow(Class<?> message) {
    assertThat(document).contains("\n| `" + wire(message) + "` | ");
  }

  @ParameterizedTest
  @MethodSource("messages")
  void everyFieldIsNamed(Class<?> message) {
    List<String> fields =
        Stream.of(message.getRecordComponents())
            .map(field -> "`" + field.getName() + "`")
            .filter(field -> !field.equals("`id`") && !field.equals("`seq`"))
            .toList();
    // client and server each have a `signal`
    assertThat(document.lines().filter(line -> line.startsWith("| `" + wire(message) + "` | ")))
        .anySatisfy(row -> assertThat(fields).allSatisfy(field -> assertThat(row).contains(field)));
  }

  @ParameterizedTest
  @EnumSource
  void everyErrorHasItsRow(ErrorCode code) {
    assertThat(document).contains("\n| `" + code.wire() + "` | ");
  }

  @ParameterizedTest
  @EnumSource
  void everyCloseCodeHasItsRowAndItsConsequence(CloseCode code) {
    String then = code.then().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    assertThat(document)
        .containsPattern(
            "\n\\| " + code.number() + " \\| `" + code.name() + "` \\| [^\n]* \\| " + then);
  }

  @Test
  void theDefaultLimitsAreThoseOfTheCode() {
    Limits limits = Limits.DEFAULT;
    assertThat(document)
        .contains(
            String.format(Locale.ROOT, "`limits.frameBytes`: %,d bytes", limits.frameBytes()),
            String.format(Locale.ROOT, "`limits.payloadBytes`: %,d bytes", limits.payloadBytes()),
            "`limits.roomMembers`: " + limits.roomMembers(),
            "`limits.messagesPerSecond`: " + limits.messagesPerSecond(),
            String.format(Locale.ROOT, "`limits.bytesPerSecond`: %,d", limits.bytesPerSecond()));
  }

  @Test
  void theTimesAreThoseOfTheCode() {
    assertThat(document)
        .contains(
            "hears nothing at all for **" + Protocol.SILENCE.toSeconds() + " s**",
            "place in the room, for **" + Protocol.RESUME_GRACE.toSeconds() + " s**",
            "| session without a socket | " + Protocol.RESUME_GRACE.toSeconds() + " s;");
  }
}
