package dev.confab.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.server.Identity;
import dev.confab.server.RawClient;
import dev.confab.server.dashboard.PasswordHash;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// The server as a process of its own, with the limits that it has by default, and all of its doors
/// there: passwords, invitations, health, metrics and the dashboard.
final class Fortress implements AutoCloseable {
  static final String INVITATION_SECRET = "a secret of more than thirty-two bytes";

  private static final Pattern HTTP = Pattern.compile("http://127\\.0\\.0\\.1:[1-9][0-9]*");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Process process;
  private final URI clients;
  private final URI http;
  private final @Nullable SSLContext tls;
  private final HttpClient asker = HttpClient.newHttpClient();

  private Fortress(Process process, URI clients, URI http, @Nullable SSLContext tls) {
    this.process = process;
    this.clients = clients;
    this.http = http;
    this.tls = tls;
  }

  /// `folder` is for its files.
  static Fortress start(Path folder, boolean withTls) throws Exception {
    return start(folder, withTls, "-Xmx256m");
  }

  /// `heap` is the bound, as Java is told it.
  static Fortress start(Path folder, boolean withTls, String heap) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@src/main/launcher/confab-server.options",
                heap,
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.confab.server.Main"));
    command.addAll(settings(folder));
    SSLContext tls = null;
    if (withTls) {
      Identity identity = Identity.make(folder, "EC");
      tls = identity.clientContext();
      command.addAll(List.of("--tls-cert", identity.certificate().toString()));
      command.addAll(List.of("--tls-key", identity.key().toString()));
    }
    Path out = folder.resolve("out");
    Path log = folder.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(log.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("CONFAB_"));
    Process process = builder.start();
    try {
      String http = await(process, log, HTTP);
      String clients = await(process, out, Pattern.compile("wss?://127\\.0\\.0\\.1:[1-9][0-9]*"));
      return new Fortress(process, URI.create(clients), URI.create(http), tls);
    } catch (IOException | InterruptedException | AssertionError e) {
      process.destroyForcibly();
      throw e;
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  private static List<String> settings(Path folder) throws IOException {
    Path admin = Files.writeString(folder.resolve("admin"), PasswordHash.make("an admin's"));
    Path key = Files.writeString(folder.resolve("invitations"), INVITATION_SECRET);
    return List.of(
        "--bind=127.0.0.1",
        "--port=0",
        "--http-port=0",
        "--entry=open,password,invitation,knocking",
        "--invitation-key-file=" + key,
        "--dashboard-password-file=" + admin);
  }

  private static String await(Process process, Path file, Pattern wanted)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Matcher found = wanted.matcher(Files.readString(file));
      if (found.find()) {
        return found.group();
      }
      assertThat(process.isAlive()).as("the server runs").isTrue();
      assertThat(System.nanoTime()).as("the server listens in time").isLessThan(end);
      Thread.sleep(20);
    }
  }

  boolean hasTls() {
    return tls != null;
  }

  URI page(String path) {
    return http.resolve(path);
  }

  /// TCP alone.
  Socket connect(String from) throws IOException {
    return RawClient.connect(clients, InetAddress.ofLiteral(from));
  }

  /// Past TLS, where there is TLS.
  RawClient client(String from) throws IOException {
    Socket plain = connect(from);
    if (tls == null) {
      return new RawClient(plain);
    }
    SSLSocketFactory sockets = tls.getSocketFactory();
    return new RawClient(sockets.createSocket(plain, clients.getHost(), clients.getPort(), true));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return asker.send(
        HttpRequest.newBuilder(page(path)).timeout(PATIENCE).build(), BodyHandlers.ofString());
  }

  double metric(String name) throws IOException, InterruptedException {
    return get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no metric " + name));
  }

  int threads() throws IOException {
    return count("task");
  }

  int descriptors() throws IOException {
    return count("fd");
  }

  private int count(String kind) throws IOException {
    try (Stream<Path> entries = Files.list(Path.of("/proc", process.pid() + "", kind))) {
      return (int) entries.count();
    }
  }

  /// The most that was ever resident.
  int peakMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc", process.pid() + "", "status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> Integer.parseInt(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    asker.close();
    process.destroyForcibly();
    try {
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
