package dev.confab.server;

import dev.confab.protocol.IceServer;
import dev.confab.server.ServerConfig.TlsFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command line of the server. SIGTERM and SIGINT end it in order, with status 0.
@Command(
    name = "confab-server",
    description = "The signaling server of Confab: knows rooms and members, and passes envelopes.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    showDefaultValues = true,
    sortOptions = false,
    usageHelpAutoWidth = true)
public final class Main implements Callable<Integer> {
  private static final ServerConfig DEFAULTS = ServerConfig.defaults();
  private static final Pattern ICE_URL = Pattern.compile("(stun|turn)s?:[^\\s/@]+");

  /// Filled by picocli, before the options.
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(names = "--port", paramLabel = "PORT", description = "TCP port; 0 picks a free one.")
  private int port = DEFAULTS.port();

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description = "Address to listen on. 0.0.0.0: every address of this machine.")
  private String bind = DEFAULTS.bind();

  @ArgGroup(exclusive = false)
  private @Nullable Tls tls;

  @Option(names = "--room-size", paramLabel = "N", description = "Most members in a room.")
  private int roomSize = DEFAULTS.limits().roomMembers();

  @Option(names = "--max-connections", paramLabel = "N", description = "Most clients at a time.")
  private int maxConnections = DEFAULTS.maxConnections();

  @Option(
      names = "--ice-server",
      paramLabel = "URL",
      description = "STUN or TURN server for the clients, as in stun:HOST:3478; may be repeated.")
  private List<String> iceServers = List.of();

  @Option(
      names = "--turn-secret-file",
      paramLabel = "FILE",
      description =
          "The secret shared with the TURN servers (coturn: use-auth-secret): every client gets"
              + " credentials of its own, good for a day.")
  private @Nullable Path turnSecretFile;

  @Option(
      names = "--turn-any-certificate",
      description =
          "Clients do not check the certificate of turns: servers, as for one of your own making."
              + " Calls stay encrypted from end to end.")
  private boolean turnAnyCertificate;

  @Option(
      names = "--drain-seconds",
      paramLabel = "N",
      description = "How long members may stay after SIGTERM.")
  private int drainSeconds = DEFAULTS.drainSeconds();

  /// Both or none.
  @SuppressWarnings("NullAway.Init") // filled by picocli, which insists on both
  private static final class Tls {
    @Option(
        names = "--tls-cert",
        required = true,
        paramLabel = "FILE",
        description = "Certificate chain, PEM. With --tls-key: wss instead of ws.")
    private Path certificates;

    @Option(
        names = "--tls-key",
        required = true,
        paramLabel = "FILE",
        description = "Private key, PEM (PKCS#8, not encrypted).")
    private Path key;
  }

  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try {
      SignalingServer server = SignalingServer.start(config());
      out.println("Listening on " + server.address());
      out.flush();
      return serve(server, err);
    } catch (StartException e) {
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
      Runtime.getRuntime().halt(0);
    }
  }

  private ServerConfig config() throws StartException {
    check(port >= 0 && port <= 65_535, "--port is a number from 0 to 65535.");
    check(roomSize >= 2 && roomSize <= 64, "--room-size is a number from 2 to 64.");
    check(maxConnections >= 1, "--max-connections is at least 1.");
    check(drainSeconds >= 0, "--drain-seconds is at least 0.");
    for (String url : iceServers) {
      check(ICE_URL.matcher(url).matches(), "--ice-server has the form stun:HOST[:PORT].");
    }
    List<IceServer> ice = iceServers.stream().map(this::iceServer).toList();
    check(
        turnSecretFile == null || ice.stream().anyMatch(IceServer::relays),
        "--turn-secret-file needs an --ice-server of the form turn:HOST or turns:HOST.");
    check(
        !turnAnyCertificate || ice.stream().anyMatch(IceServer::relaysOverTls),
        "--turn-any-certificate needs an --ice-server of the form turns:HOST.");
    return DEFAULTS
        .withAddress(bind, port)
        .withTls(tls == null ? null : new TlsFiles(tls.certificates, tls.key))
        .withRoomSize(roomSize)
        .withMaxConnections(maxConnections)
        .withIce(
            new IceSettings(ice, turnSecretFile == null ? null : TurnSecret.read(turnSecretFile)))
        .withDrainSeconds(drainSeconds);
  }

  private IceServer iceServer(String url) {
    IceServer server = IceServer.of(url);
    return turnAnyCertificate && server.relaysOverTls() ? server.withAnyCertificate() : server;
  }

  private void check(boolean condition, String otherwise) {
    if (!condition) {
      throw new ParameterException(spec.commandLine(), otherwise);
    }
  }

  /// As the jar says.
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"confab-server " + (version == null ? "(development)" : version)};
    }
  }
}
