package dev.confab.installer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A folder that is being filled with what is to be installed. Its files are for everyone to read,
/// and those put in as programs to run, whatever they were before.
record Tree(Path root) {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  /// Begins with nothing in it.
  static Tree empty(Path root) throws IOException {
    delete(root);
    Files.createDirectories(root);
    return new Tree(root);
  }

  Path at(String path) {
    return root.resolve(path);
  }

  void file(Path source, String path) throws IOException {
    Files.copy(source, made(path), StandardCopyOption.REPLACE_EXISTING);
    mode(at(path), "rw-r--r--");
  }

  void program(Path source, String path) throws IOException {
    file(source, path);
    mode(at(path), "rwxr-xr-x");
  }

  void text(String text, String path) throws IOException {
    Files.writeString(made(path), text);
    mode(at(path), "rw-r--r--");
  }

  void programText(String text, String path) throws IOException {
    text(text, path);
    mode(at(path), "rwxr-xr-x");
  }

  /// Compressed as Debian's policy wants manuals and changelogs.
  void gzipped(String text, String path)
      throws IOException, PackagingException, InterruptedException {
    text(text, path);
    Tools.run(List.of("gzip", "-9", "-n", "-f", at(path).toString()));
  }

  void remove(String path) throws IOException {
    Files.deleteIfExists(at(path));
  }

  void link(String path, String target) throws IOException {
    Files.createSymbolicLink(made(path), Path.of(target));
  }

  /// Complete: everything can be read by everyone and changed by nobody but its owner, and was made
  /// at that time. Java's cache of an app refuses jars of another.
  void finish(Instant time) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      // what is in a folder before the folder
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!Files.isSymbolicLink(file)) {
          mode(file, Files.isExecutable(file) ? "rwxr-xr-x" : "rw-r--r--");
          Files.setLastModifiedTime(file, FileTime.from(time));
        }
      }
    }
  }

  /// In bytes, without what folders take.
  long size() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .mapToLong(Tree::size)
          .sum();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path made(String path) throws IOException {
    Path file = at(path);
    Files.createDirectories(file.getParent());
    return file;
  }

  private static void mode(Path file, String permissions) throws IOException {
    if (POSIX) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    } else {
      makeWritable(file);
    }
  }

  /// On Windows a file that is read-only, as jlink and jpackage leave some, can be neither signed
  /// nor deleted.
  private static void makeWritable(Path file) throws IOException {
    Files.setAttribute(file, "dos:readonly", false);
  }

  /// The text of a file with each `@NAME@` of these in it filled in.
  ///
  /// @throws PackagingException when one is left that nothing is known of
  static String filledIn(Path template, Map<String, String> values)
      throws IOException, PackagingException {
    String text = Files.readString(template);
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("@" + value.getKey() + "@", value.getValue());
    }
    if (text.matches("(?s).*@[A-Z_]+@.*")) {
      throw new PackagingException(template + " asks for something that is not known.");
    }
    return text;
  }

  static void delete(Path root) throws IOException {
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!POSIX) {
          makeWritable(file);
        }
        Files.delete(file);
      }
    }
  }
}
