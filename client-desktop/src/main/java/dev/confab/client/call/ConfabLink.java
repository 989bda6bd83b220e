package dev.confab.client.call;

import dev.confab.protocol.InvalidValueException;
import dev.confab.protocol.RoomId;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/// A link to a room: `confab://HOST[:PORT]/ROOM[?insecure][#SECRET]`, or `https://HOST/ROOM[#…]`.
/// It means TLS unless it says `insecure`. The secret is for the members alone: it is never sent to
/// a server and never logged, and only [#shareText] repeats it.
public record ConfabLink(ServerAddress server, RoomId room, String secret) {
  private static final int MAX_LENGTH = 2048;
  private static final String INSECURE = "insecure";

  public static ConfabLink to(ServerAddress server, RoomId room) {
    return new ConfabLink(server, room, "");
  }

  /// Reads a link from outside; white space around it is dropped.
  public static ConfabLink parse(String text) throws InvalidValueException {
    String link = text.strip();
    if (link.length() > MAX_LENGTH) {
      throw invalid();
    }
    try {
      URI uri = new URI(link);
      String scheme = Optional.ofNullable(uri.getScheme()).orElseThrow(ConfabLink::invalid);
      String authority =
          Optional.ofNullable(uri.getRawAuthority()).orElseThrow(ConfabLink::invalid);
      String path = Optional.ofNullable(uri.getRawPath()).orElseThrow(ConfabLink::invalid);
      String server =
          switch (scheme.toLowerCase(Locale.ROOT)) {
            case "confab" -> (INSECURE.equals(uri.getRawQuery()) ? "ws://" : "wss://") + authority;
            case "https" -> "wss://" + authority;
            default -> throw invalid();
          };
      RoomId room = RoomId.parse(path.replaceFirst("^/", "").replaceFirst("/$", ""));
      String secret = Optional.ofNullable(uri.getRawFragment()).orElse("");
      return new ConfabLink(ServerAddress.parse(server), room, secret);
    } catch (URISyntaxException e) {
      throw invalid();
    }
  }

  /// What a person sends to those who are to come. Who has it can come in.
  public String shareText() {
    return withoutSecret() + (secret.isEmpty() ? "" : "#" + secret);
  }

  private String withoutSecret() {
    String insecure = server.secure() ? "" : "?" + INSECURE;
    return "confab://" + server.display() + "/" + room + insecure;
  }

  private static InvalidValueException invalid() {
    return new InvalidValueException("Not a link to a room.");
  }

  /// Fit for logs.
  @Override
  public String toString() {
    return withoutSecret() + (secret.isEmpty() ? "" : "#…");
  }
}
