package dev.confab.server.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/// By what one sees that a file has changed, or has been replaced, without reading it: which file
/// it is at the end of all links, when it was written, and its size.
record FileMark(@Nullable Object file, FileTime written, long size) {
  private static final FileMark NONE = new FileMark(null, FileTime.fromMillis(0), -1);

  /// A file that is not there has a mark too.
  static FileMark of(Path path) {
    try {
      BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
      // Windows has no key of the file; its real path says as much of links
      Object key = found.fileKey() == null ? path.toRealPath() : found.fileKey();
      return new FileMark(key, found.lastModifiedTime(), found.size());
    } catch (IOException e) {
      return NONE; // whoever reads it is told why
    }
  }
}
