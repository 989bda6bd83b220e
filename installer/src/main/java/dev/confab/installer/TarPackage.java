package dev.confab.installer;

import java.nio.file.Path;
import java.util.List;

/// A `.tar.gz` of the app, to be unpacked and started anywhere, without being installed.
record TarPackage(Plan plan) {
  Path make(ClientTree tree) throws PackagingException, InterruptedException {
    String folder = "confab-%s".formatted(plan.version());
    Path file = plan.dist().resolve("%s-linux-%s.tar.gz".formatted(folder, Cpu.here().plain));
    Tools.run(
        List.of(
            "tar",
            "--directory",
            tree.root().toString(),
            "--transform",
            "s,^\\.," + folder + ",S", // but not what links point to
            "--sort=name",
            "--owner=0",
            "--group=0",
            "--numeric-owner",
            "--mtime=@" + plan.time().getEpochSecond(),
            "--use-compress-program",
            plan.quick() ? "gzip -n -1" : "gzip -n -9",
            "--create",
            "--file",
            file.toString(),
            "."));
    return file;
  }
}
