package dev.confab.installer.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.update.BadUpdateException;
import dev.confab.client.update.UpdateSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// What it writes is read as the installed programs do.
class UpdateNoticeTest {
  private static final String CHANGELOG =
      """
      # Changelog

      ## [Unreleased]

      ### Added
      - Something nobody is to hear of yet.

      ## [0.3.0] - 2026-12-01

      ### Added
      - `confab://` links open **the app**. They did not before.
      - A list of [the people](docs/people.md) in the call with
        their state; raising a hand.

      ### Fixed
      - %s

      ## [0.2.0] - 2026-11-01
      - Old news.
      """
          .formatted("Very long words, and more of them ".repeat(6));

  /// Of RFC 8032, section 7.1, test 1, as `openssl genpkey -algorithm ed25519` would write it.
  private static final String OPENSSL =
      """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
      -----END PRIVATE KEY-----
      """;

  @TempDir Path folder;
  private final KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();

  UpdateNoticeTest() throws GeneralSecurityException {}

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("CHANGELOG.md"), CHANGELOG);
    Files.writeString(
        folder.resolve("key.pem"),
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n");
  }

  private String publicKey() {
    return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
  }

  private Path output() {
    return folder.resolve("dist").resolve("notice.json");
  }

  private int run(String version, String publicKey, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--version=" + version,
                "--changelog=" + folder.resolve("CHANGELOG.md"),
                "--key-file=" + folder.resolve("key.pem"),
                "--public-key=" + publicKey,
                "--output=" + output()));
    arguments.addAll(List.of(more));
    if (arguments.stream().noneMatch(it -> it.startsWith("--download"))) {
      arguments.add("--download=https://example.org/confab");
    }
    return new CommandLine(new UpdateNotice())
        .setErr(new PrintWriter(new StringWriter()))
        .execute(arguments.toArray(String[]::new));
  }

  private dev.confab.client.update.UpdateNotice written() throws IOException, BadUpdateException {
    return dev.confab.client.update.UpdateNotice.read(
        Files.readString(output()), UpdateSource.publicKey(publicKey()));
  }

  @Test
  void theProgramsBelieveWhatItWrites() throws Exception {
    assertThat(run("0.3.0", publicKey())).isZero();

    assertThat(written().version()).hasToString("0.3.0");
    assertThat(written().date()).hasToString("2026-12-01");
    assertThat(written().download()).isEqualTo(URI.create("https://example.org/confab"));
    assertThat(written().expires()).isNull();
  }

  @Test
  void theNotesAreShortAndWithoutMarkup() throws Exception {
    run("0.3.0", publicKey());

    List<String> notes = written().notes();
    assertThat(notes)
        .startsWith(
            "confab:// links open the app.",
            "A list of the people in the call with their state; raising a hand.")
        .hasSize(3);
    assertThat(notes.get(2)).endsWith("…").hasSizeLessThanOrEqualTo(ReleaseNotes.LONGEST);
  }

  @Test
  void whoReleasesMaySayItInOtherWords() throws Exception {
    run("0.3.0", publicKey(), "--note=One", "--note=Two", "--expires-in-days=90");

    assertThat(written().notes()).containsExactly("One", "Two");
    assertThat(written().expires()).isEqualTo(Instant.parse("2027-03-01T23:59:59Z"));
  }

  @Test
  void aKeyThatTheProgramsDoNotKnowIsRefused() throws Exception {
    String other =
        Base64.getEncoder()
            .encodeToString(
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic().getEncoded());

    assertThat(run("0.3.0", other)).isEqualTo(1);
    assertThat(output()).doesNotExist();
  }

  @Test
  void whatTheProgramsWouldNotReadIsNotWritten() {
    assertThat(run("0.3.0", publicKey(), "--download=http://example.org/")).isEqualTo(1);
    assertThat(run("0.3.0", publicKey(), "--note=" + "x".repeat(500))).isEqualTo(1);
    assertThat(run("0.4.0", publicKey())).isEqualTo(1);
    assertThat(run("Unreleased", publicKey())).isEqualTo(1);
    assertThat(output()).doesNotExist();
  }

  @Test
  void itReadsKeysAsOpensslWritesThem() throws Exception {
    Files.writeString(folder.resolve("key.pem"), OPENSSL);
    String key = "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

    assertThat(run("0.3.0", key)).isZero();
  }

  @Test
  void anotherFileIsNoKeyAndIsNotShown() throws Exception {
    Files.writeString(folder.resolve("key.pem"), "s3cret");
    assertThat(run("0.3.0", publicKey())).isEqualTo(1);

    KeyPair rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    Files.writeString(
        folder.resolve("key.pem"),
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(rsa.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n");
    assertThat(run("0.3.0", publicKey())).isEqualTo(1);
    assertThat(output()).doesNotExist();
  }
}
