package dev.confab.system;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Two clients behind NATs, a server host with STUN and TURN, and the lines between, made by the
/// script lab/net. It stands until it is closed, or until this process ends.
final class NetLab implements AutoCloseable {
  static final String SERVER_ADDRESS = "203.0.113.10";

  private static final Path SCRIPT = Path.of("lab", "net").toAbsolutePath();
  private static final String SECRET = "for one test";
  private static final List<String> PROGRAMS =
      List.of("bash", "ip", "iptables", "nsenter", "openssl", "python3", "setpriv", "turnserver");

  private final Process process;
  private final Writer commands;
  private final BufferedReader answers;
  private final Path secret;
  private final Map<String, String> pids = new HashMap<>();

  enum Nat {
    CONE,
    SYMMETRIC,
    UDPBLOCK;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Who is behind a NAT.
  enum Client {
    A,
    B;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private NetLab(Process process, Path secret) throws IOException {
    this.process = process;
    this.commands = process.outputWriter(StandardCharsets.UTF_8);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.secret = secret;
    for (String word : answer("ready").split(" ", -1)) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        pids.put(word.substring(0, equals), word.substring(equals + 1));
      }
    }
  }

  /// Skips the test where labs cannot be made, and says why.
  static void assumePossible() {
    assumeTrue(System.getProperty("os.name", "").startsWith("Linux"), "labs are made on Linux");
    for (String program : PROGRAMS) {
      assumeTrue(Desk.isInstalled(program), program + " is missing; ./confab test installs it");
    }
    assumeTrue(System.getProperty("user.name", "").equals("root"), "labs are made by root");
    assumeTrue(Files.isWritable(Path.of("/dev/net/tun")), "there is no /dev/net/tun");
    assumeTrue(namespaces(), "this machine lets nobody make network namespaces");
  }

  private static boolean namespaces() {
    try {
      return new ProcessBuilder("unshare", "--net", "true").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// `folder` takes the log, and the secret that the TURN server shares.
  static NetLab open(Path folder, Nat a, Nat b) throws IOException {
    Path secret = Files.writeString(folder.resolve("turn-secret"), SECRET + "\n");
    Process process =
        new ProcessBuilder(SCRIPT.toString(), a.word(), b.word(), "--turn", SECRET)
            .redirectError(folder.resolve("net.log").toFile())
            .start();
    return new NetLab(process, secret);
  }

  /// What runs a command at this client's.
  List<String> at(Client client) {
    return List.of(SCRIPT.toString(), "in", pid(client.word()));
  }

  private String pid(String name) {
    @Nullable String pid = pids.get(name);
    if (pid == null) {
      throw new AssertionError("no " + name + " in " + pids);
    }
    return pid;
  }

  /// What runs a command on the server's host that ends with its own input.
  List<String> onServer() {
    return List.of(SCRIPT.toString(), "serve", pid("srv"));
  }

  /// The options of a signaling server that names the lab's STUN server, and its relay by these
  /// addresses.
  List<String> iceOptions(String... relays) {
    List<String> options = new ArrayList<>();
    options.addAll(List.of("--ice-server", "stun:" + SERVER_ADDRESS + ":3478"));
    for (String relay : relays) {
      options.addAll(List.of("--ice-server", relay));
      if (relay.startsWith("turns:")) {
        options.add("--turn-any-certificate");
      }
    }
    if (relays.length > 0) {
      options.addAll(List.of("--turn-secret-file", secret.toString()));
    }
    return options;
  }

  /// Sets the client's line, each way, from now on: `delay=MS`, `jitter=MS`, `loss=PERCENT`,
  /// `rate=KBIT`. Without words it is perfect.
  void line(Client client, String... words) throws IOException {
    tell("line " + client.word() + " " + String.join(" ", words));
  }

  void takeDown(Client client) throws IOException {
    tell("down " + client.word());
  }

  void bringUp(Client client) throws IOException {
    tell("up " + client.word());
  }

  /// The client's address ends in `number` when this returns.
  void move(Client client, int number) throws IOException {
    tell("move " + client.word() + " " + number);
  }

  private void tell(String command) throws IOException {
    commands.write(command + "\n");
    commands.flush();
    answer("done");
  }

  private String answer(String beginning) throws IOException {
    @Nullable String line = answers.readLine();
    if (line == null || !line.startsWith(beginning)) {
      throw new IOException("the lab says " + line + "; see net.log");
    }
    return line;
  }

  @Override
  public void close() throws IOException {
    try {
      commands.close();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
