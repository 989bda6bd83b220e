package dev.confab.client.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/// A small Properties file in UTF-8. Both methods wait for the disk: never on the FX thread.
public record PropertiesFile(Path path) {
  private static final long MAX_BYTES = 65_536;

  /// What is in the file, as far as it can be read. A file that is not there is no error, and one
  /// that is too large to be ours is as good as none.
  public Properties read() throws IOException {
    Properties properties = new Properties();
    try {
      if (Files.size(path) <= MAX_BYTES) {
        try (Reader reader = Files.newBufferedReader(path)) {
          properties.load(reader);
        }
      }
    } catch (NoSuchFileException e) {
      // as on the first start
    } catch (IllegalArgumentException | CharacterCodingException rubbish) {
      // what could be read before it is kept
    }
    return properties;
  }

  /// Replaces the file in one step: whoever reads it, or a crash, sees the old or the new.
  public void write(Properties properties) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path next = path.resolveSibling(path.getFileName() + ".new");
    try (Writer writer = Files.newBufferedWriter(next)) {
      properties.store(writer, "Confab");
    }
    try {
      Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(next, path, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
