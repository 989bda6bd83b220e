package dev.confab.client.handover;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/// The folder where a link is handed over, which its owner alone can look into; so whoever can
/// connect to the socket in it is the person, and is not asked for more. On Windows the folder of
/// the settings is the person's own already. Methods wait for the disk.
///
/// It stands beside the settings, not in `$XDG_RUNTIME_DIR`: a program that was given settings of
/// its own (a test, the demo) then meets nobody but its like.
public record MeetingPlace(Path folder) {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rwx------");

  Path socket() {
    return folder.resolve("socket");
  }

  /// Locked by whoever listens, for as long as it does; the system unlocks it when a process ends,
  /// in whatever way. It stays, or two could lock two files of that name.
  Path lock() {
    return folder.resolve("lock");
  }

  void make() throws IOException {
    Files.createDirectories(folder, ownersAlone());
    requireOwn();
  }

  /// @throws IOException where others could have put the socket there
  void requireOwn() throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("not a folder");
    }
    if (!POSIX) {
      return;
    }
    if (!OWNER.containsAll(Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS))) {
      throw new IOException("the folder is open to others");
    }
    if (!Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(whoRunsThis())) {
      throw new IOException("the folder is someone else's");
    }
  }

  void closeToOthers(Path file) throws IOException {
    if (POSIX) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  private static UserPrincipal whoRunsThis() throws IOException {
    return FileSystems.getDefault()
        .getUserPrincipalLookupService()
        .lookupPrincipalByName(System.getProperty("user.name", ""));
  }

  private static FileAttribute<?>[] ownersAlone() {
    return POSIX
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
        : new FileAttribute<?>[0];
  }
}
