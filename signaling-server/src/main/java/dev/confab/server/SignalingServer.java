package dev.confab.server;

import dev.confab.server.net.Listener;
import dev.confab.server.net.LiveIdentity;
import dev.confab.server.net.PemException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running signaling server. Methods may be called on any thread.
public final class SignalingServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("confab.server");

  private final ServerConfig config;
  private final Listener listener;

  private final @Nullable Watch watch;

  private SignalingServer(ServerConfig config, Listener listener, @Nullable Watch watch) {
    this.config = config;
    this.listener = listener;
    this.watch = watch;
  }

  /// Listens when this returns.
  public static SignalingServer start(ServerConfig config)
      throws StartException, InterruptedException {
    LiveIdentity tls = identity(config.tls());
    HttpSettings http = config.http();
    Watch watch = http == null ? null : new Watch(http, config.access());
    try {
      Listener listener = Listener.open(config, tls, watch == null ? List.of() : watch.observers());
      SignalingServer server = new SignalingServer(config, listener, watch);
      event("listening").addKeyValue("address", server.address()).log();
      if (http != null && watch != null) {
        server.open(http, watch);
      }
      return server;
    } catch (IOException e) {
      throw cannotListen(config.bind(), config.port(), e);
    }
  }

  private void open(HttpSettings http, Watch second) throws StartException {
    try {
      second.open(listener);
      event("watched")
          .addKeyValue("address", "http://%s:%d".formatted(host(http.bind()), httpPort()))
          .log();
    } catch (IOException e) {
      close();
      throw cannotListen(http.bind(), http.port(), e);
    }
  }

  private static StartException cannotListen(String bind, int port, IOException e) {
    return StartException.ofMachine(Ports.here().cannotListen(bind, port, e), e);
  }

  private static @Nullable LiveIdentity identity(ServerConfig.@Nullable TlsFiles files)
      throws StartException {
    try {
      return files == null ? null : LiveIdentity.load(files);
    } catch (PemException e) {
      throw StartException.ofConfiguration(String.valueOf(e.getMessage()), e);
    }
  }

  /// The real one, also where 0 was asked for.
  public int port() {
    return listener.port();
  }

  /// As in `ws://127.0.0.1:8443`.
  public String address() {
    String scheme = config.tls() == null ? "ws" : "wss";
    return "%s://%s:%d".formatted(scheme, host(config.bind()), port());
  }

  /// The real port of health and metrics; 0 where there is none.
  public int httpPort() {
    return watch == null ? 0 : watch.port();
  }

  /// As it stands in a URL.
  private static String host(String bind) {
    return bind.contains(":") ? "[" + bind + "]" : bind;
  }

  /// Tells every member that the server stops, lets nobody new in, and waits until all have left or
  /// `drainSeconds` are over.
  public void drain() throws InterruptedException {
    event("draining").addKeyValue("seconds", config.drainSeconds()).log();
    try {
      listener.drain(config.drainSeconds()).get(config.drainSeconds(), TimeUnit.SECONDS);
      event("drained").log();
    } catch (TimeoutException e) {
      event("drain-timeout").log();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Blocks until the server no longer listens.
  public void awaitStop() throws InterruptedException {
    listener.awaitStop();
  }

  /// Closes every socket with 1001.
  @Override
  public void close() {
    listener.close();
    if (watch != null) {
      watch.close();
    }
    event("stopped").log();
  }

  private static org.slf4j.spi.LoggingEventBuilder event(String name) {
    return LOG.atInfo().addKeyValue("event", name);
  }
}
