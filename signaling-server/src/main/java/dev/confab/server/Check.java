package dev.confab.server;

import dev.confab.server.settings.Configured;
import dev.confab.server.settings.Sources;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `confab-server check`: would the server start so? Opens no port.
@Command(
    name = "check",
    versionProvider = Main.Version.class,
    description = "Says what is wrong with the settings, or that all is well. Opens no port.",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    sortOptions = false,
    usageHelpAutoWidth = true)
final class Check implements Callable<Integer> {
  /// Filled by picocli.
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    Sources sources = Sources.of(spec.root().commandLine(), System.getenv());
    PrintWriter err = spec.commandLine().getErr();
    Findings found =
        switch (sources.configured()) {
          case Configured.Refused refused -> new Findings(refused.problems(), List.of());
          case Configured.Ready ready -> Findings.of(ready.config(), Instant.now());
        };
    found.problems().forEach(err::println);
    Stream.concat(sources.warnings().stream(), found.warnings().stream())
        .forEach(warning -> err.println("Warning: " + warning));
    if (!found.problems().isEmpty()) {
      return Main.MISCONFIGURED;
    }
    spec.commandLine().getOut().println("All is well.");
    return 0;
  }
}
