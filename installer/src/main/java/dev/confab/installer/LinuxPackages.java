package dev.confab.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What is made on Linux: of the app a `.deb`, an `.rpm` where there is `rpmbuild`, and a
/// `.tar.gz`; of the server a `.deb`.
///
/// Not by jpackage: its start script asks `dpkg` and `rpm` for the package it is from at each start
/// (60 ms), it does not start a program again that broke down, and it puts no file outside of
/// `/opt`.
record LinuxPackages(Plan plan) {
  private static final String OVERRIDES = "usr/share/lintian/overrides/confab";

  List<Path> make() throws IOException, PackagingException, InterruptedException {
    fill();
    return pack();
  }

  /// Makes the two trees: what is installed of the app, and of the server.
  void fill() throws IOException, PackagingException, InterruptedException {
    Tree app = Tree.empty(app().root());
    ClientTree.make(plan, app.at("opt/confab"));
    addToDesktop(app);
    ServerTree.make(plan, server().root());
  }

  Tree app() {
    return new Tree(plan.work().resolve("confab"));
  }

  Tree server() {
    return new Tree(plan.work().resolve("confab-server"));
  }

  /// Makes the packages of the trees that are filled.
  List<Path> pack() throws IOException, PackagingException, InterruptedException {
    List<Path> made = new ArrayList<>();
    Path files = plan.sources().resolve("linux/confab");
    app().remove(OVERRIDES); // of a run that failed
    app().finish(plan.time());
    made.add(new TarPackage(plan).make(new ClientTree(app().at("opt/confab"))));
    if (Tools.has("rpmbuild")) {
      made.add(new RpmPackage(plan, "confab").make(app(), files.resolve("confab.spec")));
    } else {
      System.out.println("No .rpm is made: there is no rpmbuild here (Debian: rpm).");
    }
    app().file(files.resolve("lintian-overrides"), OVERRIDES);
    made.add(new DebPackage(plan, "confab").make(app(), files));
    app().remove(OVERRIDES);
    made.add(
        new DebPackage(plan, "confab-server")
            .make(server(), plan.sources().resolve("linux/confab-server")));
    return made;
  }

  private void addToDesktop(Tree root)
      throws IOException, PackagingException, InterruptedException {
    Path files = plan.sources().resolve("linux/confab");
    root.link("usr/bin/confab", "/opt/confab/bin/confab");
    root.file(
        files.resolve("dev.confab.Confab.desktop"),
        "usr/share/applications/dev.confab.Confab.desktop");
    root.text(
        Tree.filledIn(files.resolve("dev.confab.Confab.metainfo.xml"), plan.values()),
        "usr/share/metainfo/dev.confab.Confab.metainfo.xml");
    root.gzipped(
        Tree.filledIn(files.resolve("confab.1"), plan.values()), "usr/share/man/man1/confab.1");
    root.text(
        Tree.filledIn(files.resolve("copyright"), plan.values()), "usr/share/doc/confab/copyright");
    root.gzipped(
        Files.readString(plan.project().resolve("CHANGELOG.md")), "usr/share/doc/confab/changelog");
    Path icons = plan.sources().resolve("icons");
    root.file(
        icons.resolve("confab.svg"), "usr/share/icons/hicolor/scalable/apps/dev.confab.Confab.svg");
    for (int size : new int[] {16, 32, 48, 64, 128, 256, 512}) {
      root.file(
          icons.resolve("confab-%d.png".formatted(size)),
          "usr/share/icons/hicolor/%1$dx%1$d/apps/dev.confab.Confab.png".formatted(size));
    }
  }
}
