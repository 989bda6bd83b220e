package dev.confab.client.update;

import dev.confab.client.settings.PropertiesFile;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// A file that remembers when the last question was asked and the last answer, as it was signed:
/// read anew each time, so that two windows of one person ask once. Waits for the disk.
public record UpdateMemory(PropertiesFile file) {
  private static final String ASKED = "asked";
  private static final String ANSWER = "answer";

  /// `asked`: null: never. `answer`: empty: none.
  record Entry(@Nullable Instant asked, String answer) {}

  Entry read() throws IOException {
    Properties properties = file.read();
    return new Entry(
        instant(properties.getProperty(ASKED, "")), properties.getProperty(ANSWER, ""));
  }

  void write(Instant asked, String answer) throws IOException {
    Properties properties = new Properties();
    properties.setProperty(ASKED, asked.toString());
    properties.setProperty(ANSWER, answer);
    file.write(properties);
  }

  private static @Nullable Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
