package dev.confab.server;

import dev.confab.server.dashboard.DashboardSettings;
import dev.confab.server.dashboard.PasswordHash;
import dev.confab.server.http.AccessToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A server with its second port, and someone who asks there.
final class WatchedServer implements AutoCloseable {
  static final String ADMIN = "an admin's password";
  static final String VIEWER = "a viewer's password";

  /// Made once: each takes a while.
  private static final PasswordHash ADMIN_HASH = PasswordHash.parse(PasswordHash.make(ADMIN));

  private static final PasswordHash VIEWER_HASH = PasswordHash.parse(PasswordHash.make(VIEWER));

  private final SignalingServer server;
  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private WatchedServer(SignalingServer server) {
    this.server = server;
  }

  static WatchedServer start(@Nullable AccessToken token, UnaryOperator<ServerConfig> change) {
    HttpSettings settings =
        new HttpSettings(
            "127.0.0.1", 0, token, new DashboardSettings(ADMIN_HASH, VIEWER_HASH, Set.of()));
    return new WatchedServer(TestServers.start(it -> change.apply(it.withHttp(settings))));
  }

  static WatchedServer start() {
    return start(null, it -> it);
  }

  SignalingServer server() {
    return server;
  }

  URI clients() {
    return URI.create(server.address());
  }

  URI page(String path) {
    return URI.create("http://127.0.0.1:" + server.httpPort() + path);
  }

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(page(path)), headers);
  }

  /// As our own page would, where `headers` say nothing else.
  HttpResponse<String> post(String path, String form, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(page(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    return send(request, headers);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String... headers)
      throws IOException, InterruptedException {
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.timeout(Peer.PATIENCE).build(), BodyHandlers.ofString());
  }

  /// The value of a metric, with its labels as they stand in the text.
  double metric(String name) throws IOException, InterruptedException {
    return get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no metric " + name));
  }

  @Override
  public void close() {
    server.close();
  }
}
