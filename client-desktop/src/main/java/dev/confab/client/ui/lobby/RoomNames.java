package dev.confab.client.ui.lobby;

import dev.confab.protocol.InvalidValueException;
import dev.confab.protocol.RoomId;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/// Makes a room's name of what a person calls it: "Anna's Room" is `annas-room`.
final class RoomNames {
  private RoomNames() {}

  /// Empty where no letter or digit of the alphabet is left.
  static Optional<RoomId> of(String typed) {
    String bounded = typed.substring(0, Math.min(typed.length(), 8 * RoomId.MAX_LENGTH));
    String plain =
        Normalizer.normalize(bounded.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}|['’`´]", "")
            .replace("ß", "ss")
            .replace("æ", "ae")
            .replace("œ", "oe")
            .replace('ø', 'o')
            .replace('ł', 'l')
            .replace('đ', 'd')
            .replace('ı', 'i')
            .replaceAll("[^a-z0-9_]+", "-")
            .replaceAll("^[-_]+", "");
    String name =
        plain.substring(0, Math.min(plain.length(), RoomId.MAX_LENGTH)).replaceAll("-+$", "");
    try {
      return Optional.of(RoomId.parse(name));
    } catch (InvalidValueException e) {
      return Optional.empty();
    }
  }
}
