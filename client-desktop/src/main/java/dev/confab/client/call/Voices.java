package dev.confab.client.call;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who speaks, from how loud each is heard, moment by moment ([CallEvent.LevelsHeard]). Immutable.
///
/// Somebody speaks from the first loud moment until they have been quiet for a second, so that the
/// pauses between words do not show. The speaker, whom a window may draw large, changes only when
/// someone else has been loud for most of a second and the present one has stopped, so that a cough
/// does not.
record Voices(Map<PeerKey, Voice> voices, @Nullable PeerKey speaker) {
  static final Voices SILENCE = new Voices(Map.of(), null);

  /// Of 1: quiet talk is above, breath and a fan below.
  private static final double LOUD = 0.02;

  private static final int STOPS_AFTER = 5;
  private static final int TAKES_OVER_AFTER = 4;

  /// Moments, one after the other up to now; pauses between words interrupt neither.
  record Voice(int loud, int quiet) {
    boolean speaks() {
      return loud > 0;
    }

    private Voice next(double level) {
      if (level >= LOUD) {
        return new Voice(loud + 1, 0);
      }
      return quiet + 1 >= STOPS_AFTER ? new Voice(0, quiet + 1) : new Voice(loud, quiet + 1);
    }
  }

  Voices {
    voices = Map.copyOf(voices);
  }

  boolean speaks(PeerKey key) {
    Voice voice = voices.get(key);
    return voice != null && voice.speaks();
  }

  Voices without(PeerKey gone) {
    Map<PeerKey, Voice> rest = new HashMap<>(voices);
    rest.remove(gone);
    return new Voices(rest, gone.equals(speaker) ? null : speaker);
  }

  /// The next moment: how loud everyone is who is here, 0 to 1.
  Voices heard(Map<PeerKey, Double> levels) {
    Map<PeerKey, Voice> next = new HashMap<>();
    levels.forEach(
        (key, level) -> next.put(key, voices.getOrDefault(key, new Voice(0, 0)).next(level)));
    Voice present = speaker == null ? null : next.get(speaker);
    if (present != null && present.speaks()) {
      return new Voices(next, speaker);
    }
    int enough = present == null ? 1 : TAKES_OVER_AFTER;
    PeerKey loudest =
        levels.entrySet().stream()
            .filter(entry -> next.get(entry.getKey()) instanceof Voice it && it.loud() >= enough)
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(present == null ? null : speaker);
    return new Voices(next, loudest);
  }
}
