package dev.confab.server.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The files that lie beside this class: pages, looks and script.
final class Sheets {
  private Sheets() {}

  static String read(String name) {
    try (InputStream in = Sheets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing in this build: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
