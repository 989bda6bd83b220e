package dev.confab.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolvedModule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The Java of a package has the modules that `jdeps` finds in the jars, and what those need.
class RuntimeImageTest {
  private static final Path PROJECT = Path.of("..");
  private static final Built BUILT = new Built(PROJECT);

  @Test
  void theAppsJavaHasWhatTheJarsUse() throws Exception {
    assumeBuilt("client-desktop/target/app/lib");
    assumeBuilt("client-desktop/target/app/fx");
    List<Path> javaFx = BUILT.javaFx();
    Set<String> used = used(BUILT.client(), javaFx);

    assertThat(used).contains("javafx.controls");
    assertThat(closed(RuntimeImage.CLIENT, javaFx)).isEqualTo(closed(used, javaFx));
  }

  @Test
  void theServersJavaHasWhatTheJarsUse() throws Exception {
    assumeBuilt("signaling-server/target/app/lib");
    Set<String> used = used(BUILT.server(), List.of());
    used.remove("java.desktop"); // Micrometer has it for metrics of Log4j, which is not here

    assertThat(used).contains("java.logging");
    assertThat(closed(RuntimeImage.SERVER, List.of())).isEqualTo(closed(used, List.of()));
  }

  private static void assumeBuilt(String folder) {
    assumeThat(PROJECT.resolve(folder)).as("the programs are packed, with %s", folder).exists();
  }

  /// A jar that names its module comes with a slash: it is no module of the runtime.
  private static Set<String> used(List<Path> jars, List<Path> javaFx) {
    List<String> arguments = new ArrayList<>(List.of("--multi-release", "25", "--list-deps"));
    arguments.add("--ignore-missing-deps");
    if (!javaFx.isEmpty()) {
      arguments.addAll(List.of("--module-path", path(javaFx)));
    }
    jars.forEach(jar -> arguments.add(jar.toString()));
    StringWriter output = new StringWriter();
    PrintWriter printed = new PrintWriter(output);
    ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
    int status = jdeps.run(printed, printed, arguments.toArray(String[]::new));
    assertThat(status).as(output.toString()).isZero();
    Set<String> used =
        output
            .toString()
            .lines()
            .map(String::strip)
            .filter(line -> line.matches("[a-z.]+"))
            .collect(Collectors.toCollection(TreeSet::new));
    used.remove("java.sql"); // gson knows how to write its types, where there are any
    used.add("jdk.unsupported"); // and asks for Unsafe by its name
    return used;
  }

  /// These modules, and all that they require.
  private static Set<String> closed(Collection<String> names, List<Path> javaFx) {
    ModuleFinder modules =
        ModuleFinder.compose(ModuleFinder.ofSystem(), ModuleFinder.of(javaFx.toArray(Path[]::new)));
    return Configuration.empty().resolve(modules, ModuleFinder.of(), names).modules().stream()
        .map(ResolvedModule::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String path(List<Path> jars) {
    return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
