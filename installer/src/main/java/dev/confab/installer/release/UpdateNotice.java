package dev.confab.installer.release;

import dev.confab.client.update.BadUpdateException;
import dev.confab.client.update.UpdateSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Makes and signs the file that tells the installed programs of a version, and reads it as they
/// will before it writes it. Exit status: 0 it is written, 1 it is not, 2 the command line is
/// wrong.
@Command(
    name = "update-notice",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = "Makes and signs the file that tells the installed programs of a version.")
public final class UpdateNotice implements Callable<Integer> {
  @Option(names = "--version", required = true, paramLabel = "VERSION", description = "As 0.2.0.")
  private String version = "";

  @Option(
      names = "--changelog",
      paramLabel = "FILE",
      description = "Its section of the version says what is new.")
  private Path changelog = Path.of("CHANGELOG.md");

  @Option(
      names = "--note",
      paramLabel = "TEXT",
      description = "What is new, in place of the changelog's first points; may be repeated.")
  private List<String> notes = List.of();

  @Option(
      names = "--download",
      required = true,
      paramLabel = "URL",
      description = "The page that people are sent to.")
  private String download = "";

  @Option(
      names = "--key-file",
      required = true,
      defaultValue = "${env:CONFAB_UPDATE_SIGNING_KEY_FILE}",
      paramLabel = "FILE",
      description = "The private key of Ed25519: PEM, PKCS #8.")
  private Path keyFile = Path.of("");

  @Option(
      names = "--public-key",
      required = true,
      defaultValue = "${env:CONFAB_UPDATE_KEY}",
      paramLabel = "BASE64",
      description = "What is built into the programs that are to believe it.")
  private String publicKey = "";

  @Option(
      names = "--expires-in-days",
      paramLabel = "N",
      description = "After that it says nothing any more. Without it, it does not expire.")
  private @Nullable Integer expiresInDays;

  @Option(names = "--output", required = true, paramLabel = "FILE")
  private Path output = Path.of("");

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new UpdateNotice()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    try {
      String signed = signed();
      Path folder = output.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(output, signed + "\n");
      return 0;
    } catch (ReleaseException e) {
      System.err.println("update-notice: " + e.getMessage());
      return 1;
    }
  }

  private String signed() throws IOException, ReleaseException {
    String signed = SigningKey.read(keyFile).sign(payload());
    try {
      var read =
          dev.confab.client.update.UpdateNotice.read(signed, UpdateSource.publicKey(publicKey));
      System.out.println("Confab " + read.version() + " of " + read.date());
      read.notes().forEach(note -> System.out.println("- " + note));
      return signed;
    } catch (BadUpdateException e) {
      throw new ReleaseException("the programs would not believe it: " + e.getMessage(), e);
    }
  }

  private Map<String, Object> payload() throws IOException, ReleaseException {
    ReleaseNotes told = ReleaseNotes.of(version, Files.readString(changelog));
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("version", version);
    payload.put("date", told.date().toString());
    payload.put("notes", notes.isEmpty() ? told.notes() : notes);
    payload.put("download", download);
    if (expiresInDays != null) {
      payload.put(
          "expires",
          told.date()
              .plusDays(expiresInDays)
              .atTime(LocalTime.MAX.withNano(0))
              .toInstant(ZoneOffset.UTC)
              .toString());
    }
    return payload;
  }
}
