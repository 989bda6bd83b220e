package dev.confab.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
  @TempDir private Path folder = Path.of("");

  private SettingsFile.Content read(String text) throws IOException {
    return SettingsFile.read(Files.writeString(folder.resolve("c"), text));
  }

  private String only(String text) throws IOException {
    List<String> problems = read(text).problems();
    assertThat(problems).hasSize(1);
    return problems.getFirst();
  }

  @Test
  void keysHaveValuesAndTheRestIsComments() throws IOException {
    SettingsFile.Content content =
        read("\uFEFF# a comment\r\n\r\n port=1\r\n  # another\nturn-secret-file =  /a b=c \n");
    assertThat(content.problems()).isEmpty();
    assertThat(content.given())
        .containsOnlyKeys(Setting.PORT, Setting.TURN_SECRET_FILE)
        .hasEntrySatisfying(Setting.PORT, it -> assertThat(it.text()).isEqualTo("1"))
        .hasEntrySatisfying(
            Setting.TURN_SECRET_FILE, it -> assertThat(it.text()).isEqualTo("/a b=c"));
  }

  @Test
  void anUnknownKeyIsRefusedWithThoseThatThereAre() throws IOException {
    assertThat(only("port = 1\nprot = 1\n"))
        .startsWith(folder.resolve("c") + ", line 2: there is no such setting.")
        .contains("port, bind, ");
  }

  @Test
  void aSecondValueIsRefusedWithBothLines() throws IOException {
    assertThat(only("port = 1\n\nport = 1\n")).contains(", line 3: port stands on line 1 already.");
  }

  @Test
  void aLineOfAnotherFormIsRefused() throws IOException {
    assertThat(only("[server]")).contains(", line 1: this is not of the form \"key = value\".");
  }

  @Test
  void aKeyWithoutAValueIsRefused() throws IOException {
    assertThat(only("bind =")).contains(", line 1: bind has no value.");
  }

  @Test
  void aCommentBehindAValueIsRefused() throws IOException {
    assertThat(only("bind = ::1 # here")).contains("A comment has a line of its own.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "%s = 1", "turn-secret = %s", "bind = %s # %s", "bind=1\nbind=%s"})
  void whatStandsInItIsNotRepeated(String line) throws IOException {
    assertThat(only(line.replace("%s", "hush"))).doesNotContain("hush");
  }

  @Test
  void aFileThatIsMissingIsToldApartFromOneThatCannotBeRead() {
    assertThat(SettingsFile.read(folder.resolve("none")).problems())
        .containsExactly("The configuration file " + folder.resolve("none") + " does not exist.");
    assertThat(SettingsFile.read(folder).problems())
        .containsExactly("The configuration file " + folder + " cannot be read.");
  }

  @Test
  void aLargeFileIsNotRead() throws IOException {
    String comment = "#".repeat(SettingsFile.MAX_BYTES);
    assertThat(read(comment).problems()).isEmpty();
    assertThat(only(comment + "#")).contains("has more than 65536 bytes");
  }

  @Test
  void textOfAnotherEncodingIsRefused() throws IOException {
    Path file = Files.write(folder.resolve("c"), new byte[] {'#', (byte) 0xe4, '\n'});
    assertThat(SettingsFile.read(file).problems().getFirst()).endsWith(" is not UTF-8 text.");
  }
}
