package dev.confab.installer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// An `.rpm` of a tree that is filled, by `rpmbuild` from a spec that only takes it over.
record RpmPackage(Plan plan, String name) {
  Path make(Tree tree, Path spec) throws IOException, PackagingException, InterruptedException {
    Tree top = Tree.empty(plan.work().resolve("rpm"));
    top.text(
        Tree.filledIn(
            spec,
            plan.values(
                Map.of(
                    "VERSION",
                    plan.version().linux(),
                    "RELEASE",
                    "1",
                    "ARCHITECTURE",
                    Cpu.here().rpm,
                    "PAYLOAD",
                    plan.quick() ? "w1.gzdio" : "w19.zstdio",
                    "TREE",
                    tree.root().toString()))),
        name + ".spec");
    List<String> command =
        new ArrayList<>(List.of("rpmbuild", "-bb", "--target", Cpu.here().rpm + "-linux"));
    define(command, "_topdir " + top.root());
    define(command, "_rpmdir " + plan.dist());
    define(command, "_rpmfilename %{name}-%{version}-%{release}.%{arch}.rpm");
    command.add(top.at(name + ".spec").toString());
    Tools.run(command, Map.of("SOURCE_DATE_EPOCH", Long.toString(plan.time().getEpochSecond())));
    return plan.dist()
        .resolve("%s-%s-1.%s.rpm".formatted(name, plan.version().linux(), Cpu.here().rpm));
  }

  private static void define(List<String> command, String macro) {
    command.addAll(List.of("--define", macro));
  }
}
