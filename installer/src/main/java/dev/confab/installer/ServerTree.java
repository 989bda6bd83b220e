package dev.confab.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The server as it stands where it is installed: `/opt/confab-server`, with its Java, its service,
/// its configuration and its manual.
final class ServerTree {
  private static final String HOME = "opt/confab-server/";

  /// Of how to put it behind a reverse proxy; `docs/operations.md` takes them from there.
  private static final List<String> EXAMPLES = List.of("nginx.conf", "Caddyfile");

  private ServerTree() {}

  static Tree make(Plan plan, Path root)
      throws IOException, PackagingException, InterruptedException {
    Tree tree = Tree.empty(root);
    Path files = plan.sources().resolve("linux/confab-server");
    for (Path jar : new Built(plan.project()).server()) {
      tree.file(jar, HOME + "lib/" + Built.name(jar));
    }
    tree.file(
        plan.project().resolve("signaling-server/src/main/launcher/confab-server.options"),
        HOME + "lib/confab-server.options");
    tree.program(files.resolve("confab-server"), HOME + "bin/confab-server");
    new RuntimeImage(plan).linkServer(tree.at(HOME + "runtime"));
    tree.link("usr/bin/confab-server", "/opt/confab-server/bin/confab-server");
    tree.file(files.resolve("server.conf"), "etc/confab/server.conf");
    tree.file(
        files.resolve("confab-server.service"), "usr/lib/systemd/system/confab-server.service");
    tree.file(files.resolve("confab-server.sysusers"), "usr/lib/sysusers.d/confab-server.conf");
    tree.gzipped(
        Files.readString(files.resolve("confab-server.8")), "usr/share/man/man8/confab-server.8");
    tree.file(files.resolve("copyright"), "usr/share/doc/confab-server/copyright");
    tree.gzipped(
        Files.readString(plan.project().resolve("CHANGELOG.md")),
        "usr/share/doc/confab-server/changelog");
    for (String example : EXAMPLES) {
      tree.file(
          plan.project().resolve("docs/examples").resolve(example),
          "usr/share/doc/confab-server/examples/" + example);
    }
    tree.file(files.resolve("lintian-overrides"), "usr/share/lintian/overrides/confab-server");
    return tree;
  }
}
