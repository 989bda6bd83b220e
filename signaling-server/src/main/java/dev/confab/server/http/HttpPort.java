package dev.confab.server.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.confab.server.gate.AccessRules;
import dev.confab.server.gate.AddressText;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The open port. A connection has a virtual thread while it is read or answered, so one that is
/// slow holds up nobody; how many there are, how much they send and how long they take is bounded.
public final class HttpPort implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("confab.server");

  /// The forms here are small.
  private static final int MAX_BODY_BYTES = 8 * 1024;

  private static final int BACKLOG = 128;

  /// The JDK's server takes its bounds from system properties, once for the process (module
  /// jdk.httpserver). By default most of them are off. It knows no bound by address, so whoever has
  /// as many connections as there may be shuts others out for as long as they may be slow; each
  /// costs some 20 kB.
  private static final Map<String, String> BOUNDS =
      Map.of(
          "jdk.httpserver.maxConnections", "512",
          "sun.net.httpserver.maxIdleConnections", "32",
          "sun.net.httpserver.idleInterval", "30", // s
          "sun.net.httpserver.maxReqTime", "5", // s
          "sun.net.httpserver.maxRspTime", "20", // s
          "sun.net.httpserver.maxReqHeaders", "64",
          "sun.net.httpserver.maxReqHeaderSize", "16384",
          "sun.net.httpserver.drainAmount", "8192");

  private static final String POLICY = "Content-Security-Policy";

  private final HttpServer server;
  private final ExecutorService threads;

  private HttpPort(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /// Listens when this returns; port 0 picks a free one. `access` says which proxies are believed
  /// whom they speak for.
  public static HttpPort open(String bind, int port, Routes routes, AccessRules access)
      throws IOException {
    BOUNDS.forEach(
        (name, value) -> {
          if (System.getProperty(name) == null) { // whoever gave Java another one means it
            System.setProperty(name, value);
          }
        });
    InetSocketAddress address = new InetSocketAddress(bind, port);
    if (address.isUnresolved()) {
      throw new IOException("there is no address of this name");
    }
    HttpServer server = HttpServer.create(address, BACKLOG);
    ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("http-", 0).factory());
    server.setExecutor(threads);
    server.createContext("/", exchange -> serve(exchange, routes, access));
    server.start();
    return new HttpPort(server, threads);
  }

  /// The real one.
  public int port() {
    return server.getAddress().getPort();
  }

  private static void serve(HttpExchange exchange, Routes routes, AccessRules access)
      throws IOException {
    try (exchange) {
      send(exchange, answer(exchange, routes, access));
    }
  }

  private static Answer answer(HttpExchange exchange, Routes routes, AccessRules access)
      throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
    if (body.length > MAX_BODY_BYTES) {
      return Answer.text(413, "That is too much.").with("Connection", "close");
    }
    Request request =
        new Request(
            address(exchange, access),
            exchange.getRequestMethod(),
            Objects.requireNonNullElse(exchange.getRequestURI().getPath(), ""),
            Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""),
            exchange.getRequestHeaders(),
            new String(body, StandardCharsets.UTF_8));
    try {
      return routes.answer(request);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.text(503, "ending");
    } catch (RuntimeException bug) {
      LOG.atError().addKeyValue("event", "http-failed").setCause(bug).log("a bug");
      return Answer.text(500, "The server made a mistake; its log says which.");
    }
  }

  private static String address(HttpExchange exchange, AccessRules access) {
    List<String> forwarded =
        exchange.getRequestHeaders().getOrDefault("X-Forwarded-For", List.of());
    return AddressText.key(
        access.client(exchange.getRemoteAddress().getAddress(), String.join(",", forwarded)));
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", answer.type());
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    if (!answer.has(POLICY)) {
      headers.set(POLICY, "default-src 'none'; frame-ancestors 'none'");
    }
    answer.headers().forEach(it -> headers.add(it.getKey(), it.getValue()));
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    boolean withBody = !exchange.getRequestMethod().equals("HEAD") && body.length > 0;
    exchange.sendResponseHeaders(answer.status(), withBody ? body.length : -1);
    if (withBody) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
