package dev.confab.client.comeback;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// A small file that its owner alone can read: it is made so, not changed to it later, in a folder
/// that nobody else can look into. On Windows the folder of the settings is the person's own
/// already. All methods wait for the disk.
record PrivateFile(Path path) {
  static final int MAX_BYTES = 16_384;

  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  /// @throws IOException when there is no such file, or it is too large to be one of ours
  byte[] read() throws IOException {
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("not a file");
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new IOException("too large");
      }
      return bytes;
    }
  }

  /// Replaces the file in one step: whoever reads it, or a crash, sees the old or the new.
  void write(byte[] bytes) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent(), readableBy("rwx------"));
    Path next = path.resolveSibling(path.getFileName() + ".new");
    Files.deleteIfExists(next);
    Files.createFile(next, readableBy("rw-------"));
    try (OutputStream out = Files.newOutputStream(next)) {
      out.write(bytes);
    }
    try {
      Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(next, path, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  void delete() throws IOException {
    Files.deleteIfExists(path);
  }

  private static FileAttribute<?>[] readableBy(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
