package dev.confab.client.call;

import dev.confab.protocol.InvalidValueException;
import dev.confab.protocol.InvitationToken;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.RoomPassword;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A link to a room: `confab://HOST[:PORT]/ROOM[?insecure][#SECRETS]`, or `https://HOST/ROOM[#…]`.
/// It means TLS unless it says `insecure`. The secrets are what is shown at the room's door, see
/// [LinkSecrets]; they are never part of an address that is asked for, and never logged.
public record ConfabLink(
    ServerAddress server,
    RoomId room,
    @Nullable RoomPassword password,
    @Nullable InvitationToken invitation) {
  /// The longest invitation and password there can be, in the longest form, leave room for the
  /// rest.
  public static final int MAX_LENGTH = 10_240;

  private static final String INSECURE = "insecure";

  public static ConfabLink to(ServerAddress server, RoomId room) {
    return new ConfabLink(server, room, null, null);
  }

  /// Null: without one.
  public ConfabLink withPassword(@Nullable RoomPassword next) {
    return new ConfabLink(server, room, next, invitation);
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
      LinkSecrets secrets = LinkSecrets.read(Optional.ofNullable(uri.getRawFragment()).orElse(""));
      return new ConfabLink(
          ServerAddress.parse(server), room, secrets.password(), secrets.invitation());
    } catch (URISyntaxException e) {
      throw invalid();
    }
  }

  /// What one has to show at the door of this room.
  public Admission admission() {
    return new Admission(password, invitation, false);
  }

  /// What a person sends to those who are to come; with the password, if it is in this link. An
  /// invitation is one person's own, and is never in it.
  public String shareText() {
    return withoutSecrets() + new LinkSecrets(password, null).fragment();
  }

  /// All of it, for another process of the same person's.
  public String handoverText() {
    return withoutSecrets() + new LinkSecrets(password, invitation).fragment();
  }

  private String withoutSecrets() {
    String insecure = server.secure() ? "" : "?" + INSECURE;
    return "confab://" + server.display() + "/" + room + insecure;
  }

  private static InvalidValueException invalid() {
    return new InvalidValueException("Not a link to a room.");
  }

  /// Fit for logs.
  @Override
  public String toString() {
    return withoutSecrets() + (password == null && invitation == null ? "" : "#…");
  }
}
