package dev.confab.client.update;

import java.net.URI;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is said of the newest version. `notes` are short lines about what is new. After `expires`
/// it says nothing any more; null: it does not expire.
public record UpdateNotice(
    SemanticVersion version,
    LocalDate date,
    List<String> notes,
    URI download,
    @Nullable Instant expires) {
  public static final int MAX_NOTES = 8;

  /// Of a note, in UTF-16 units.
  public static final int MAX_NOTE = 160;

  public UpdateNotice {
    notes = List.copyOf(notes);
  }

  /// Reads a signed notice; see [SignedText].
  ///
  /// @throws BadUpdateException when it is not signed with the key, or not a notice
  public static UpdateNotice read(String signed, PublicKey key) throws BadUpdateException {
    Map<String, Object> fields = SignedText.object(SignedText.verified(signed, key));
    try {
      return new UpdateNotice(
          SemanticVersion.parse(SignedText.text(fields, "version")),
          LocalDate.parse(SignedText.text(fields, "date")),
          notes(fields.get("notes")),
          UpdateSource.address(SignedText.text(fields, "download")),
          fields.containsKey("expires") ? Instant.parse(SignedText.text(fields, "expires")) : null);
    } catch (DateTimeException e) {
      throw new BadUpdateException("a time is not of the form 2026-01-31", e);
    }
  }

  private static List<String> notes(@Nullable Object value) throws BadUpdateException {
    if (!(value instanceof List<?> list) || list.size() > MAX_NOTES) {
      throw new BadUpdateException("`notes` is not a short list");
    }
    List<String> notes = new ArrayList<>();
    for (Object item : list) {
      if (!(item instanceof String note) || note.isBlank() || note.length() > MAX_NOTE) {
        throw new BadUpdateException("a note is not a short text");
      }
      notes.add(note);
    }
    return notes;
  }

  boolean isExpired(Instant now) {
    return expires != null && !now.isBefore(expires);
  }
}
