package dev.confab.client.app;

import dev.confab.client.call.CameraChoice;
import dev.confab.client.call.ConfabLink;
import dev.confab.client.call.MicrophoneChoice;
import dev.confab.client.call.ServerAddress;
import dev.confab.client.call.SpeakerChoice;
import dev.confab.client.call.TileSize;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.InvitationToken;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.RoomPassword;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command line. What is not given comes from the settings, or is left to the person.
@Command(
    name = "confab",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "Video calls from a native window.")
final class Options {
  @Parameters(
      arity = "0..1",
      paramLabel = "LINK",
      description = "A room's link: confab://HOST[:PORT]/ROOM, or https://HOST/ROOM.",
      converter = OptionForms.Link.class)
  @Nullable ConfabLink link;

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "The signaling server.",
      converter = OptionForms.Server.class)
  @Nullable ServerAddress server;

  @Option(
      names = "--room",
      paramLabel = "NAME",
      description = "The room.",
      converter = OptionForms.Room.class)
  @Nullable RoomId room;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What the others call you.",
      converter = OptionForms.Name.class)
  @Nullable DisplayName name;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "The room's password, in a file.",
      converter = OptionForms.Password.class)
  @Nullable RoomPassword password;

  @Option(
      names = "--invitation-file",
      paramLabel = "FILE",
      description = "An invitation to the room, in a file.",
      converter = OptionForms.Invitation.class)
  @Nullable InvitationToken invitation;

  @Option(
      names = "--camera",
      paramLabel = "NAME",
      description = "A camera's name, `pattern`, `file:CLIP.y4m` or `none`.",
      converter = OptionForms.Camera.class)
  @Nullable CameraChoice camera;

  @Option(
      names = "--microphone",
      paramLabel = "NAME",
      description = "A microphone's name, `tone`, `file:CLIP.wav` or `none`.",
      converter = OptionForms.Microphone.class)
  @Nullable MicrophoneChoice microphone;

  @Option(
      names = "--speaker",
      paramLabel = "NAME",
      description = "A speaker's name, or `none`.",
      converter = OptionForms.Speaker.class)
  @Nullable SpeakerChoice speaker;

  @Option(
      names = "--relay-only",
      description = "Hide your address from the others: calls go through the server's relay.")
  boolean relayOnly;

  @Option(names = "--join", description = "Go straight in, without the lobby.")
  boolean join;

  @Option(
      names = "--join-after",
      paramLabel = "SECONDS",
      description = "Join so long after the start, as a person would who pressed Join then.")
  @Nullable Double joinAfterSeconds;

  @Option(
      names = "--rejoin",
      description =
          "Go back at once into the call that a crash ended in the last two minutes, with the"
              + " devices as they were.")
  boolean rejoin;

  @Option(
      names = "--headless",
      description = "No window: the same engine, for tests, load and benchmarks.")
  boolean headless;

  @Option(
      names = "--watch",
      paramLabel = "WIDTHxHEIGHT",
      description =
          "Without a window: draw each picture at this size and tell the others so, as tiles would.",
      converter = OptionForms.Size.class)
  @Nullable TileSize watch;

  @Option(
      names = "--say",
      paramLabel = "TEXT",
      description = "Write this in the chat once in the room.")
  @Nullable String say;

  @Option(
      names = "--stats",
      paramLabel = "FILE",
      description = "Write one line of JSON a second to this file.")
  @Nullable Path stats;

  @Option(
      names = "--screenshot",
      paramLabel = "FILE",
      description =
          "Before quitting, write a PNG of the window (without one: of the received picture).")
  @Nullable Path screenshot;

  @Option(
      names = "--commands",
      description =
          "Take commands from standard input, a line each: `screenshot` (now, not at the end),"
              + " `say TEXT` (in the chat), `quit`. The end of the input means quit.")
  boolean commands;

  @Option(names = "--quit-after", paramLabel = "SECONDS", description = "End after this time.")
  @Nullable Double quitAfterSeconds;

  Optional<Duration> quitAfter() {
    return Optional.ofNullable(quitAfterSeconds).map(Options::duration);
  }

  /// Whether a person clicks and types in this window, rather than a program that started it.
  boolean isForAPerson() {
    return !commands && quitAfterSeconds == null;
  }

  /// Zero: at once. Empty: when the person says so, or not at all: who is to go back and cannot is
  /// not to end up elsewhere.
  Optional<Duration> joinAfter() {
    if (rejoin) {
      return Optional.empty();
    }
    return joinAfterSeconds != null
        ? Optional.of(duration(joinAfterSeconds))
        : join || headless ? Optional.of(Duration.ZERO) : Optional.empty();
  }

  private static Duration duration(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}
