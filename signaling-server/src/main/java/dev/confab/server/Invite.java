package dev.confab.server;

import dev.confab.protocol.DisplayName;
import dev.confab.protocol.InvalidValueException;
import dev.confab.protocol.RoomId;
import dev.confab.server.entry.InvitationMint;
import dev.confab.server.entry.KeyFileException;
import dev.confab.server.room.Invitation;
import dev.confab.server.room.Right;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `confab-server invite`: prints an invitation. Needs no server that runs, only the key.
@Command(
    name = "invite",
    versionProvider = Main.Version.class,
    description = "Prints an invitation into a room, for servers that know its key.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true)
final class Invite implements Callable<Integer> {
  private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,3})([mhd])");

  @Option(
      names = "--room",
      required = true,
      paramLabel = "ROOM",
      description = "The room's name, as in a link.")
  @SuppressWarnings("NullAway.Init") // by picocli
  private String room;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What the guest is called there. Without it, guests choose.")
  private @Nullable String name;

  @Option(
      names = "--right",
      paramLabel = "enter|owner",
      description =
          "enter: does not knock. owner: owns the room, and comes through a locked door. May be"
              + " repeated.")
  private List<String> rights = new ArrayList<>();

  @Option(
      names = "--valid",
      required = true,
      paramLabel = "TIME",
      description = "For how long from now on one can come in with it: 30m, 8h, 7d.")
  @SuppressWarnings("NullAway.Init") // by picocli
  private String valid;

  @Option(
      names = "--key-file",
      required = true,
      paramLabel = "FILE",
      description =
          "The server's invitation-key-file where that is a secret; where it is a public key, the"
              + " Ed25519 private key to it, PEM (PKCS#8, not encrypted).")
  @SuppressWarnings("NullAway.Init") // by picocli
  private Path keyFile;

  /// Filled by picocli.
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    try {
      DisplayName called = name == null ? null : DisplayName.parse(name);
      Invitation invitation = new Invitation(RoomId.parse(room), called, rights());
      Instant until = Instant.now().plus(time());
      String token = InvitationMint.read(keyFile).make(invitation, until).value();
      spec.commandLine().getOut().println(token);
      return 0;
    } catch (InvalidValueException | KeyFileException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return Main.MISCONFIGURED;
    }
  }

  private Set<Right> rights() throws InvalidValueException {
    Set<Right> given = EnumSet.noneOf(Right.class);
    for (String right : rights) {
      given.add(
          Right.ofWire(right)
              .orElseThrow(() -> new InvalidValueException("--right is enter or owner.")));
    }
    return given;
  }

  private Duration time() throws InvalidValueException {
    Matcher time = TIME.matcher(valid);
    if (!time.matches()) {
      throw new InvalidValueException("--valid is a time as in 30m, 8h or 7d.");
    }
    long count = Long.parseLong(time.group(1));
    return switch (time.group(2)) {
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }
}
