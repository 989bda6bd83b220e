package dev.confab.server;

import dev.confab.server.log.LossyAppender;
import dev.confab.server.settings.Configured;
import dev.confab.server.settings.Sources;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The command line of the server. SIGTERM and SIGINT end it in order, with status 0; a second one
/// at once, with status 1.
@Command(
    name = "confab-server",
    description = "The signaling server of Confab: knows rooms and members, and passes envelopes.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    showDefaultValues = true,
    sortOptions = false,
    usageHelpAutoWidth = true)
public final class Main implements Callable<Integer> {
  /// The exit status where what was asked for is wrong: to start again does not help.
  static final int MISCONFIGURED = 2;

  /// Filled by picocli.
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /// With every option that there is.
  public static CommandLine commandLine() {
    CommandLine server = new CommandLine(new Main());
    CommandLine check = new CommandLine(new Check());
    Sources.declare(server.getCommandSpec());
    Sources.declare(check.getCommandSpec());
    return server
        .addSubcommand(check)
        .addSubcommand(new CommandLine(new Invite()))
        .addSubcommand(new CommandLine(new HashPassword(System.in)))
        .setParameterExceptionHandler(new Complaints());
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    return switch (Sources.of(spec.commandLine(), System.getenv()).configured()) {
      case Configured.Ready ready -> run(ready.config(), err);
      case Configured.Refused refused -> {
        refused.problems().forEach(err::println);
        yield MISCONFIGURED;
      }
    };
  }

  private int run(ServerConfig config, PrintWriter err) throws InterruptedException {
    try {
      SignalingServer server = SignalingServer.start(config);
      PrintWriter out = spec.commandLine().getOut();
      out.println("Listening on " + server.address());
      out.flush();
      return serve(server, err);
    } catch (StartException e) {
      LossyAppender.finish();
      err.println(e.getMessage());
      return e.exitStatus();
    }
  }

  private static int serve(SignalingServer server, PrintWriter err) throws InterruptedException {
    AtomicBoolean ending = new AtomicBoolean();
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("shutdown")
                .unstarted(
                    () -> {
                      ending.set(true);
                      endInOrder(server);
                    }));
    EndSignals.take();
    server.awaitStop();
    if (!ending.get()) {
      err.println("The server stopped because of a fault; the log above says which.");
    }
    return 1; // when a signal ends the program, the hook above has the last word
  }

  /// Without the halt, the status would be that of a program killed by the signal.
  private static void endInOrder(SignalingServer server) {
    try {
      server.drain();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      server.close();
      LossyAppender.finish();
      Runtime.getRuntime().halt(0);
    }
  }

  /// As the jar says.
  static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "(development)" : version;
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"confab-server " + version()};
    }
  }
}
