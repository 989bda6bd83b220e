package dev.confab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A real proxy with the configuration that the documents show, but for ports, paths and the
/// certificate. On loopback, with a folder of its own; gone when this is closed.
record ReverseProxy(Process process, List<String> command, int port) implements AutoCloseable {
  private static final String CERTIFICATE = "/etc/letsencrypt/live/call.example.org/fullchain.pem";
  private static final String KEY = "/etc/letsencrypt/live/call.example.org/privkey.pem";

  /// `folder` is empty; `server` is where the signaling server listens.
  static ReverseProxy nginx(Path folder, Identity identity, int server) throws Exception {
    return nginx(folder, identity, server, "60s");
  }

  static ReverseProxy nginx(Path folder, Identity identity, int server, String timeout)
      throws Exception {
    Path program = Path.of("/usr/sbin/nginx");
    assumeTrue(Files.isExecutable(program), "nginx is not installed");
    int port = freePort();
    String site =
        replaced(example("nginx.conf"), "listen [::]:443 ssl;", "")
            .transform(it -> replaced(it, "listen 443 ssl;", "listen 127.0.0.1:" + port + " ssl;"))
            .transform(it -> replaced(it, CERTIFICATE, identity.certificate().toString()))
            .transform(it -> replaced(it, KEY, identity.key().toString()))
            .transform(it -> replaced(it, "127.0.0.1:8443", "127.0.0.1:" + server))
            .transform(it -> replaced(it, "_timeout 60s", "_timeout " + timeout));
    Path sitePath = Files.writeString(folder.resolve("site.conf"), site);
    String around =
        """
        daemon off;
        pid %1$s/pid;
        error_log stderr;
        events {}
        http {
          access_log off;
          client_body_temp_path %1$s/body;
          proxy_temp_path %1$s/proxy;
          fastcgi_temp_path %1$s/fastcgi;
          uwsgi_temp_path %1$s/uwsgi;
          scgi_temp_path %1$s/scgi;
          include %2$s;
        }
        """
            .formatted(folder, sitePath);
    Path main = Files.writeString(folder.resolve("main.conf"), around);
    return start(
        List.of(program.toString(), "-e", "stderr", "-p", folder.toString(), "-c", main.toString()),
        port,
        folder);
  }

  static ReverseProxy caddy(Path folder, Identity identity, int server) throws Exception {
    Path program = Path.of("/usr/bin/caddy");
    assumeTrue(Files.isExecutable(program), "Caddy is not installed");
    int port = freePort();
    String tls = "\ttls " + identity.certificate() + " " + identity.key() + "\n";
    String site =
        replaced(
                example("Caddyfile"),
                "\ncall.example.org {\n",
                "\nhttps://127.0.0.1:" + port + " {\n" + tls)
            .transform(it -> replaced(it, "127.0.0.1:8443", "127.0.0.1:" + server));
    String file = "{\n\tadmin off\n\tauto_https disable_redirects\n}\n" + site;
    Path main = Files.writeString(folder.resolve("Caddyfile"), file);
    return start(
        List.of(program.toString(), "run", "--adapter", "caddyfile", "--config", main.toString()),
        port,
        folder);
  }

  private static ReverseProxy start(List<String> command, int port, Path home) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("HOME", home.toString());
    ReverseProxy proxy = new ReverseProxy(builder.start(), command, port);
    try {
      proxy.awaitPort();
      return proxy;
    } catch (Throwable e) {
      proxy.close();
      throw e;
    }
  }

  private void awaitPort() throws InterruptedException {
    long end = System.nanoTime() + Peer.PATIENCE.toNanos();
    while (!answers()) {
      assertThat(process.isAlive()).as("the proxy runs").isTrue();
      assertThat(System.nanoTime()).as("time until the proxy listens").isLessThan(end);
      Thread.sleep(20);
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false; // not yet
    }
  }

  /// The documents' own file.
  private static String example(String name) throws IOException {
    Path here = Path.of("docs/examples", name);
    return Files.readString(Files.exists(here) ? here : Path.of("../docs/examples", name));
  }

  private static String replaced(String text, String from, String to) {
    assertThat(text).contains(from);
    return text.replace(from, to);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      return socket.getLocalPort();
    }
  }

  URI address() {
    return URI.create("wss://127.0.0.1:" + port);
  }

  /// Of nginx: reads its configuration again, and waits until new workers are there.
  void reload() throws Exception {
    List<Long> before = workers();
    List<String> reload = new ArrayList<>(command);
    reload.addAll(List.of("-s", "reload"));
    Process signal = new ProcessBuilder(reload).inheritIO().start();
    assertThat(signal.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(signal.exitValue()).isZero();
    long end = System.nanoTime() + Peer.PATIENCE.toNanos();
    while (before.containsAll(workers())) {
      assertThat(System.nanoTime()).as("time until there are new workers").isLessThan(end);
      Thread.sleep(20);
    }
  }

  private List<Long> workers() {
    return process.children().map(ProcessHandle::pid).toList();
  }

  @Override
  public void close() {
    List<ProcessHandle> workers = process.descendants().toList();
    process.destroyForcibly();
    workers.forEach(ProcessHandle::destroyForcibly);
  }
}
