package dev.confab.server;

import dev.confab.server.ServerConfig.TlsFiles;
import dev.confab.server.net.PemException;
import dev.confab.server.net.PemIdentity;
import dev.confab.server.settings.Configured;
import dev.confab.server.settings.Sources;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
    List<String> problems =
        switch (sources.configured()) {
          case Configured.Refused refused -> refused.problems();
          case Configured.Ready ready -> problems(ready.config());
        };
    problems.forEach(err::println);
    sources.warnings().forEach(warning -> err.println("Warning: " + warning));
    if (!problems.isEmpty()) {
      return Main.MISCONFIGURED;
    }
    spec.commandLine().getOut().println("All is well.");
    return 0;
  }

  private static List<String> problems(ServerConfig config) {
    List<String> problems = new ArrayList<>();
    try {
      InetAddress.getByName(config.bind()); // asks nobody where it is a number
    } catch (UnknownHostException e) {
      problems.add("There is no address " + config.bind() + " to listen on.");
    }
    TlsFiles tls = config.tls();
    try {
      if (tls != null) {
        PemIdentity.load(tls.certificates(), tls.key());
      }
    } catch (PemException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
    return problems;
  }
}
