package dev.confab.server.settings;

import dev.confab.protocol.EntryWay;
import dev.confab.server.EntrySettings;
import dev.confab.server.entry.InvitationKey;
import dev.confab.server.entry.KeyFileException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The settings of how people may come into rooms. Problems go to the [Reading] that it is a part
/// of.
final class EntryReading {
  private final Settings settings;
  private final Reading reading;

  EntryReading(Settings settings, Reading reading) {
    this.settings = settings;
    this.reading = reading;
  }

  EntrySettings entry() {
    Given given = settings.get(Setting.ENTRY).orElseThrow();
    Set<EntryWay> allowed = allowed(given);
    Optional<Given> keyFile = settings.get(Setting.INVITATION_KEY_FILE);
    if (allowed.contains(EntryWay.INVITATION) && keyFile.isEmpty()) {
      reading.refuse(given, "needs invitation-key-file as well, for invitations.");
    }
    if (!allowed.isEmpty() && !allowed.contains(EntryWay.INVITATION)) {
      keyFile.ifPresent(it -> reading.refuse(it, "needs an entry with invitation."));
    }
    return new EntrySettings(allowed, keyFile.map(this::key).orElse(null));
  }

  /// Empty after a mistake.
  private Set<EntryWay> allowed(Given given) {
    Set<EntryWay> ways = EnumSet.noneOf(EntryWay.class);
    List<String> words = Stream.of(given.text().split(",", -1)).map(String::strip).toList();
    words.forEach(word -> EntryWay.ofWire(word).ifPresent(ways::add));
    if (!words.stream().allMatch(word -> EntryWay.ofWire(word).isPresent())) {
      reading.refuse(given, "is a list with commas, of open, password, invitation and knocking.");
      return Set.of();
    }
    if (ways.equals(EnumSet.of(EntryWay.KNOCKING))) {
      reading.refuse(given, "needs open, password or invitation: nobody could begin a room.");
    }
    return ways;
  }

  private @Nullable InvitationKey key(Given given) {
    try {
      Path file = Path.of(given.text());
      if (!Files.exists(file)) {
        reading.refuse(given, "names no file that the server can find.");
        return null;
      }
      return InvitationKey.read(file);
    } catch (InvalidPathException e) {
      reading.refuse(given, "is not a path.");
      return null;
    } catch (KeyFileException e) {
      reading.add(e.getMessage());
      return null;
    }
  }
}
