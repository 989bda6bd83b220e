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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// How the values of [Options] are read.
final class OptionForms {
  private static final String FILE = "file:";

  private OptionForms() {}

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

  static final class Link implements Form<ConfabLink> {
    @Override
    public ConfabLink parse(String text) throws InvalidValueException {
      return ConfabLink.parse(text);
    }
  }

  static final class Server implements Form<ServerAddress> {
    @Override
    public ServerAddress parse(String text) throws InvalidValueException {
      return ServerAddress.parse(text);
    }
  }

  static final class Room implements Form<RoomId> {
    @Override
    public RoomId parse(String text) throws InvalidValueException {
      return RoomId.parse(text);
    }
  }

  static final class Name implements Form<DisplayName> {
    @Override
    public DisplayName parse(String text) throws InvalidValueException {
      return DisplayName.parse(text);
    }
  }

  /// A secret is named by the file that it is the first line of: a command line can be read by
  /// everybody on the machine.
  interface Secret<T> extends Form<T> {
    T secret(String line) throws InvalidValueException;

    @Override
    default T parse(String file) throws InvalidValueException {
      return secret(SecretFile.firstLine(Path.of(file)));
    }
  }

  static final class Password implements Secret<RoomPassword> {
    @Override
    public RoomPassword secret(String line) throws InvalidValueException {
      return RoomPassword.parse(line);
    }
  }

  static final class Invitation implements Secret<InvitationToken> {
    @Override
    public InvitationToken secret(String line) throws InvalidValueException {
      return InvitationToken.parse(line);
    }
  }

  static final class Size implements Form<TileSize> {
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

  static final class Camera implements Form<CameraChoice> {
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

  static final class Microphone implements Form<MicrophoneChoice> {
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

  static final class Speaker implements Form<SpeakerChoice> {
    @Override
    public SpeakerChoice parse(String text) {
      return text.equals("none") ? new SpeakerChoice.None() : new SpeakerChoice.Device(text);
    }
  }

  private static Path clip(String text) {
    return Path.of(text.substring(FILE.length()));
  }
}
