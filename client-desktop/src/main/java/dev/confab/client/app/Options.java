package dev.confab.client.app;

import dev.confab.client.call.CameraChoice;
import dev.confab.client.call.ConfabLink;
import dev.confab.client.call.MicrophoneChoice;
import dev.confab.client.call.ServerAddress;
import dev.confab.client.call.SpeakerChoice;
import dev.confab.client.call.TileSize;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.InvalidValueException;
import dev.confab.protocol.InvitationToken;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.RoomPassword;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

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
      converter = LinkForm.class)
  @Nullable ConfabLink link;

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "The signaling server.",
      converter = ServerForm.class)
  @Nullable ServerAddress server;

  @Option(
      names = "--room",
      paramLabel = "NAME",
      description = "The room.",
      converter = RoomForm.class)
  @Nullable RoomId room;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What the others call you.",
      converter = NameForm.class)
  @Nullable DisplayName name;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "The room's password, in a file.",
      converter = PasswordForm.class)
  @Nullable RoomPassword password;

  @Option(
      names = "--invitation-file",
      paramLabel = "FILE",
      description = "An invitation to the room, in a file.",
      converter = InvitationForm.class)
  @Nullable InvitationToken invitation;

  @Option(
      names = "--camera",
      paramLabel = "NAME",
      description = "A camera's name, `pattern`, `file:CLIP.y4m` or `none`.",
      converter = CameraForm.class)
  @Nullable CameraChoice camera;

  @Option(
      names = "--microphone",
      paramLabel = "NAME",
      description = "A microphone's name, `tone`, `file:CLIP.wav` or `none`.",
      converter = MicrophoneForm.class)
  @Nullable MicrophoneChoice microphone;

  @Option(
      names = "--speaker",
      paramLabel = "NAME",
      description = "A speaker's name, or `none`.",
      converter = SpeakerForm.class)
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
      converter = SizeForm.class)
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

  /// A value from outside, in the protocol's words where it does not fit.
  interface Form<T> extends ITypeConverter<T> {
    T parse(String text) throws InvalidValueException;

    @Override
    default T convert(String text) {
      try {
        return parse(text);
      } catch (InvalidValueException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  static final class LinkForm implements Form<ConfabLink> {
    @Override
    public ConfabLink parse(String text) throws InvalidValueException {
      return ConfabLink.parse(text);
    }
  }

  static final class ServerForm implements Form<ServerAddress> {
    @Override
    public ServerAddress parse(String text) throws InvalidValueException {
      return ServerAddress.parse(text);
    }
  }

  static final class RoomForm implements Form<RoomId> {
    @Override
    public RoomId parse(String text) throws InvalidValueException {
      return RoomId.parse(text);
    }
  }

  static final class NameForm implements Form<DisplayName> {
    @Override
    public DisplayName parse(String text) throws InvalidValueException {
      return DisplayName.parse(text);
    }
  }

  /// A secret is named by the file that it is the first line of: a command line can be read by
  /// everybody on the machine.
  interface SecretForm<T> extends Form<T> {
    T secret(String line) throws InvalidValueException;

    @Override
    default T parse(String file) throws InvalidValueException {
      return secret(SecretFile.firstLine(Path.of(file)));
    }
  }

  static final class PasswordForm implements SecretForm<RoomPassword> {
    @Override
    public RoomPassword secret(String line) throws InvalidValueException {
      return RoomPassword.parse(line);
    }
  }

  static final class InvitationForm implements SecretForm<InvitationToken> {
    @Override
    public InvitationToken secret(String line) throws InvalidValueException {
      return InvitationToken.parse(line);
    }
  }

  static final class SizeForm implements Form<TileSize> {
    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,4})x([1-9][0-9]{0,4})");

    @Override
    public TileSize parse(String text) throws InvalidValueException {
      Matcher size = SIZE.matcher(text);
      if (!size.matches()) {
        throw new InvalidValueException("Not a size as in 320x180.");
      }
      return new TileSize(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)));
    }
  }

  static final class CameraForm implements Form<CameraChoice> {
    @Override
    public CameraChoice parse(String text) {
      return switch (text) {
        case "pattern" -> new CameraChoice.Pattern();
        case "none" -> new CameraChoice.None();
        default ->
            text.startsWith(FILE)
                ? new CameraChoice.Clip(clip(text))
                : new CameraChoice.Device(text);
      };
    }
  }

  static final class MicrophoneForm implements Form<MicrophoneChoice> {
    @Override
    public MicrophoneChoice parse(String text) {
      return switch (text) {
        case "tone" -> new MicrophoneChoice.Tone();
        case "none" -> new MicrophoneChoice.None();
        default ->
            text.startsWith(FILE)
                ? new MicrophoneChoice.Clip(clip(text))
                : new MicrophoneChoice.Device(text);
      };
    }
  }

  static final class SpeakerForm implements Form<SpeakerChoice> {
    @Override
    public SpeakerChoice parse(String text) {
      return text.equals("none") ? new SpeakerChoice.None() : new SpeakerChoice.Device(text);
    }
  }

  private static final String FILE = "file:";

  private static Path clip(String text) {
    return Path.of(text.substring(FILE.length()));
  }
}
