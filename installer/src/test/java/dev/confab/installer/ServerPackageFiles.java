package dev.confab.installer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What the server's package is made of, besides what is built.
final class ServerPackageFiles {
  static final Path FOLDER = Path.of("src/main/linux/confab-server").toAbsolutePath();

  private ServerPackageFiles() {}

  static Path path(String name) {
    return FOLDER.resolve(name);
  }

  static String read(String name) {
    try {
      return Files.readString(path(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> lines(String name) {
    return read(name).lines().toList();
  }
}
