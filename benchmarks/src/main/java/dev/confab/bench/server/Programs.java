package dev.confab.bench.server;

import dev.confab.system.Installation;
import dev.confab.system.bench.BenchmarkException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The commands that start the servers, of the checkout `home`.
public final class Programs {
  /// Nobody is waited for at the end.
  private static final List<String> ALWAYS =
      List.of("--port", "0", "--bind", "127.0.0.1", "--drain-seconds", "0");

  /// What has to be allowed so that ten thousand may come from one address at once, where the
  /// server has such a limit. All other limits are as they come.
  private static final Map<String, String> ALLOWED =
      Map.of(
          "--max-connections", "20000",
          "--max-connections-per-address", "20000",
          "--connections-per-second", "100000");

  private static final String RELAYS = "benchmarks/src/main/node";

  private final Path home;
  private @Nullable String help;

  public Programs(Path home) {
    this.home = home;
  }

  /// Where the script `confab` stands, which tells it in `CONFAB_HOME`.
  public static Programs ofEnvironment() throws BenchmarkException {
    String home = System.getenv("CONFAB_HOME");
    if (home == null || home.isBlank()) {
      throw new BenchmarkException("CONFAB_HOME is not set. Start this with ./confab.");
    }
    return new Programs(Path.of(home).toAbsolutePath());
  }

  public List<String> command(Contender contender, List<String> javaOptions)
      throws BenchmarkException {
    return switch (contender) {
      case CONFAB -> confab(javaOptions);
      case SOCKET_IO -> relay("socket-io.js");
      case WS -> relay("ws.js");
      case PEERJS -> relay("peerjs.js");
      case ECHO ->
          List.of(java(), "-cp", System.getProperty("java.class.path"), Echo.class.getName());
    };
  }

  /// As `./confab server` starts it.
  private List<String> confab(List<String> javaOptions) throws BenchmarkException {
    try {
      Installation installation = new Installation(home);
      List<String> options = new ArrayList<>(ALWAYS);
      String flags = flags(installation);
      ALLOWED.forEach(
          (flag, value) -> {
            if (flags.contains(flag + "=")) {
              options.addAll(List.of(flag, value));
            }
          });
      List<String> command = new ArrayList<>(installation.server(options));
      command.addAll(2, javaOptions); // after the file of options: they count more
      return command;
    } catch (Installation.NotBuiltException e) {
      throw new BenchmarkException(String.valueOf(e.getMessage()), e);
    }
  }

  /// Asked for once: to start Java takes time.
  private String flags(Installation installation)
      throws BenchmarkException, Installation.NotBuiltException {
    String known = help;
    if (known == null) {
      known = Text.of(installation.server(List.of("--help")));
      help = known;
    }
    return known;
  }

  private List<String> relay(String file) {
    return List.of("node", "--expose-gc", relays().resolve(file).toString());
  }

  /// Where the relays and their libraries are put together.
  Path relays() {
    return home.resolve("benchmarks/target/node");
  }

  Path relaySources() {
    return home.resolve(RELAYS);
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
