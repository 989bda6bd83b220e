package dev.confab.installer.bench;

import dev.confab.installer.PackagingException;
import dev.confab.installer.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What Linux keeps of files in memory. Without it, a program is read from the disk, as the first
/// time after the machine was switched on. What running processes have mapped stays.
final class PageCache {
  private static final Path SWITCH = Path.of("/proc/sys/vm/drop_caches");

  private PageCache() {}

  /// For root on its own machine.
  static boolean canBeDropped() {
    return Files.isWritable(SWITCH);
  }

  static void drop() throws IOException, PackagingException, InterruptedException {
    Tools.run(List.of("sync"));
    Files.writeString(SWITCH, "3\n");
  }
}
