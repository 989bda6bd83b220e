package dev.confab.client.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/// Where the log goes: one line each to standard error, warnings and worse. `-Dconfab.log=FINE`
/// shows more.
final class Logs {
  private Logs() {}

  static void configure() {
    String level = System.getProperty("confab.log", "WARNING");
    String configuration =
        """
        handlers=java.util.logging.ConsoleHandler
        .level=WARNING
        dev.confab.level=%s
        java.util.logging.ConsoleHandler.level=ALL
        java.util.logging.ConsoleHandler.formatter=java.util.logging.SimpleFormatter
        java.util.logging.SimpleFormatter.format=%%1$tT.%%1$tL %%4$s %%3$s: %%5$s%%6$s%%n
        """
            .formatted(level.replaceAll("[^A-Z0-9]", ""));
    try {
      LogManager.getLogManager()
          .readConfiguration(
              new ByteArrayInputStream(configuration.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
