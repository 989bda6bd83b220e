package dev.confab.client.ui;

import dev.confab.protocol.DisplayName;
import java.text.BreakIterator;
import java.util.Locale;

/// What stands in the place of a picture: at most two letters, and one of eight colours that stays
/// the same for a name.
public record Initials(String letters, int colour) {
  public static final int COLOURS = 8;

  public static Initials of(DisplayName name) {
    String[] words = name.value().split("\\s+", -1);
    String letters = first(words[0]) + (words.length > 1 ? first(words[words.length - 1]) : "");
    return new Initials(
        letters.toUpperCase(Locale.ROOT), Math.floorMod(name.value().hashCode(), COLOURS));
  }

  // What a person sees as one character, be it an emoji of several code points.
  private static String first(String word) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(word);
    int end = characters.next();
    return end == BreakIterator.DONE ? "" : word.substring(0, end);
  }
}
