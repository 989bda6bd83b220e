package dev.confab.installer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A `.deb` of a tree that is filled (deb(5), Debian Policy). What belongs to the package beside
/// its files, `control`, scripts and `conffiles`, comes from a folder of its own.
record DebPackage(Plan plan, String name) {
  private static final List<String> SCRIPTS = List.of("preinst", "postinst", "prerm", "postrm");

  /// Adds the folder `DEBIAN` to the tree, and packs it.
  Path make(Tree tree, Path sources) throws IOException, PackagingException, InterruptedException {
    String sums = sums(tree);
    String kibibytes = Long.toString((tree.size() + 1023) / 1024);
    tree.text(
        Tree.filledIn(
            sources.resolve("control"),
            plan.values(
                Map.of(
                    "VERSION",
                    plan.version().linux(),
                    "ARCHITECTURE",
                    Cpu.here().deb,
                    "INSTALLED_SIZE",
                    kibibytes))),
        "DEBIAN/control");
    tree.text(sums, "DEBIAN/md5sums");
    if (Files.exists(sources.resolve("conffiles"))) {
      tree.file(sources.resolve("conffiles"), "DEBIAN/conffiles");
    }
    for (String script : SCRIPTS) {
      if (Files.exists(sources.resolve(script))) {
        tree.program(sources.resolve(script), "DEBIAN/" + script);
      }
    }
    tree.finish(plan.time());
    Path file =
        plan.dist().resolve("%s_%s_%s.deb".formatted(name, plan.version().linux(), Cpu.here().deb));
    Tools.run(
        List.of(
            "dpkg-deb",
            "--root-owner-group",
            plan.quick() ? "-Zgzip" : "-Zxz",
            plan.quick() ? "-z1" : "-z9",
            "--build",
            tree.root().toString(),
            file.toString()),
        Map.of("SOURCE_DATE_EPOCH", Long.toString(plan.time().getEpochSecond())));
    Tree.delete(tree.at("DEBIAN"));
    return file;
  }

  private static String sums(Tree tree) throws IOException {
    StringBuilder sums = new StringBuilder();
    try (Stream<Path> files = Files.walk(tree.root())) {
      for (Path file : files.sorted().toList()) {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          sums.append(md5(file)).append("  ").append(tree.root().relativize(file)).append('\n');
        }
      }
    }
    return sums.toString();
  }

  /// What `dpkg --verify` compares with; it is no protection, and the format has no other.
  private static String md5(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
