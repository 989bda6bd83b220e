package dev.confab.client.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confab.client.call.Admission;
import dev.confab.client.call.JoinRequest;
import dev.confab.client.settings.Settings;
import dev.confab.protocol.InvitationToken;
import dev.confab.protocol.RoomPassword;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// What is shown at a room's door, as the command line brings it.
class SecretsTest {
  private static final String LINK = "confab://talk.example.org/garden#password=sesame";

  @TempDir private Path folder;

  private static Admission shown(String... arguments) {
    Options options = new Options();
    new CommandLine(options).parseArgs(arguments);
    Wishes wishes = new Wishes(options, Settings.DEFAULTS, null);
    Admission joining = wishes.join().map(JoinRequest::admission).orElseThrow();
    assertThat(wishes.lobby().admission()).isEqualTo(joining);
    return joining;
  }

  private String file(byte[] content) throws Exception {
    return Files.write(folder.resolve("secret"), content).toString();
  }

  private String file(String content) throws Exception {
    return Files.writeString(folder.resolve("secret"), content).toString();
  }

  @Test
  void theFirstLineOfAFileIsThePassword() throws Exception {
    assertThat(shown("--password-file", file(" open sesame \nrest"), "--name", "Anna", LINK))
        .isEqualTo(new Admission(new RoomPassword(" open sesame "), null, false));
  }

  @Test
  void soIsAnInvitation() throws Exception {
    assertThat(shown("--invitation-file", file("a.b.c\r\n"), "--name", "Anna", LINK))
        .isEqualTo(new Admission(new RoomPassword("sesame"), new InvitationToken("a.b.c"), false));
  }

  @Test
  void whatALinkBringsIsForItsOwnRoomAlone() {
    assertThat(shown("--name", "Anna", "--room", "yard", LINK)).isEqualTo(Admission.NONE);
    assertThat(shown("--name", "Anna", "--server", "h", LINK)).isEqualTo(Admission.NONE);
  }

  @Test
  void whatIsWrongWithAFileIsSaidWithoutAWordOfIt() throws Exception {
    byte[] noText = {'s', 'e', 's', 'a', 'm', 'e', (byte) 0xC3};
    refused(file("sesame".repeat(4000)));
    refused(file(noText));
    refused(file(""));
    refused(folder.toString());
  }

  private static void refused(String file) {
    assertThatThrownBy(() -> shown("--password-file", file, "--name", "Anna", LINK))
        .isInstanceOf(ParameterException.class)
        .hasMessageNotContaining("sesame");
  }

  @Test
  void aCommandLineThatIsNotUnderstoodIsRepeatedWithoutItsSecrets() {
    assertThatThrownBy(() -> shown("--name", "Anna", LINK, LINK))
        .isInstanceOfSatisfying(
            ParameterException.class,
            e ->
                assertThat(Main.withoutSecrets(String.valueOf(e.getMessage())))
                    .contains("confab://talk.example.org/garden#…")
                    .doesNotContain("sesame"));
  }
}
