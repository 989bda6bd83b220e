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

  private SignalingServer(ServerConfig config, Listener listener) {
    this.config = config;
    this.listener = listener;
  }

  /// Listens when this returns.
  public static SignalingServer start(ServerConfig config)
      throws StartException, InterruptedException {
    LiveIdentity tls = identity(config.tls());
    try {
      Listener listener = Listener.open(config, tls, List.of());
      SignalingServer server = new SignalingServer(config, listener);
      event("listening").addKeyValue("address", server.address()).log();
      return server;
    } catch (IOException e) {
      throw StartException.ofMachine(
          "Cannot listen on %s, port %d: %s. Is another program using it?"
              .formatted(config.bind(), config.port(), e.getMessage()),
          e);
    }
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
    String host = config.bind().contains(":") ? "[" + config.bind() + "]" : config.bind();
    return "%s://%s:%d".formatted(config.tls() == null ? "ws" : "wss", host, port());
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
    event("stopped").log();
  }

  private static org.slf4j.spi.LoggingEventBuilder event(String name) {
    return LOG.atInfo().addKeyValue("event", name);
  }
}
