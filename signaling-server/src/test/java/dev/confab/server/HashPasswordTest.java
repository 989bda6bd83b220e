package dev.confab.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// From a password to a file that the server takes.
class HashPasswordTest {
  private static final String PASSWORD = "correct horse battery";

  private final StringWriter said = new StringWriter();

  @TempDir private Path folder = Path.of("");

  private int run(CommandLine command, String... arguments) {
    said.getBuffer().setLength(0);
    PrintWriter writer = new PrintWriter(said, true);
    command.setOut(writer).setErr(writer);
    command.getSubcommands().values().forEach(it -> it.setOut(writer).setErr(writer));
    return command.execute(arguments);
  }

  private int hash(String typed) {
    byte[] bytes = typed.getBytes(StandardCharsets.UTF_8);
    return run(new CommandLine(new HashPassword(new ByteArrayInputStream(bytes))));
  }

  private int check(String content, String flag) throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), content);
    String[] arguments = {"check", "--http-port", "9090", flag, file.toString()};
    return run(Main.commandLine(), arguments);
  }

  @Test
  void whatItPrintsIsWhatTheServerTakes() throws IOException {
    assertThat(hash(PASSWORD + "\n")).isZero();
    String line = said.toString();
    assertThat(line).startsWith("$argon2id$").doesNotContain(PASSWORD);
    assertThat(check(line, "--dashboard-password-file")).as(said.toString()).isZero();
    assertThat(check(line, "--dashboard-viewer-password-file")).isZero();
  }

  @Test
  void aShortPasswordIsRefused() {
    assertThat(hash("too short\n")).isEqualTo(Main.MISCONFIGURED);
    assertThat(said.toString()).contains("12 to 256").doesNotContain("too short", "$argon2id$");
    assertThat(hash("")).isEqualTo(Main.MISCONFIGURED);
  }

  @Test
  void aFileWithThePasswordItselfIsRefusedAndTheRemedyTold() throws IOException {
    assertThat(check(PASSWORD, "--dashboard-password-file")).isEqualTo(Main.MISCONFIGURED);
    assertThat(said.toString())
        .contains("--dashboard-password-file", "confab-server hash-password")
        .doesNotContain(PASSWORD);
  }

  @Test
  void aTokenThatIsTooShortIsRefusedAndNotRepeated() throws IOException {
    assertThat(check("letmein", "--metrics-token-file")).isEqualTo(Main.MISCONFIGURED);
    assertThat(said.toString()).contains("16 to 512").doesNotContain("letmein");
    assertThat(check("0123456789abcdef\n", "--metrics-token-file")).isZero();
  }

  @Test
  void whatIsOnTheSecondPortNeedsThePort() {
    String[] arguments = {"check", "--dashboard-host", "status.example.org"};
    assertThat(run(Main.commandLine(), arguments)).isEqualTo(Main.MISCONFIGURED);
    assertThat(said.toString()).contains("--dashboard-host needs http-port");
  }
}
