package dev.confab.bench.server;

import dev.confab.bench.crowd.Dialect;
import dev.confab.bench.dialect.ConfabDialect;
import dev.confab.bench.dialect.EchoDialect;
import dev.confab.bench.dialect.PeerJsDialect;
import dev.confab.bench.dialect.SocketIoDialect;
import dev.confab.bench.dialect.WsDialect;
import java.util.Optional;
import java.util.stream.Stream;

/// What is measured.
public enum Contender {
  CONFAB("confab", "Confab"),
  SOCKET_IO("socket.io", "Socket.IO"),
  WS("ws", "ws"),
  PEERJS("peerjs", "PeerJS"),
  /// No relay: what the generator can do.
  ECHO("echo", "(echo)");

  private final String key;
  private final String title;

  Contender(String key, String title) {
    this.key = key;
    this.title = title;
  }

  /// As on the command line.
  public String key() {
    return key;
  }

  /// In a table.
  public String title() {
    return title;
  }

  public Dialect dialect() {
    return switch (this) {
      case CONFAB -> new ConfabDialect();
      case SOCKET_IO -> new SocketIoDialect();
      case WS -> new WsDialect();
      case PEERJS -> new PeerJsDialect();
      case ECHO -> new EchoDialect();
    };
  }

  public boolean runsOnNode() {
    return this == SOCKET_IO || this == WS || this == PEERJS;
  }

  public static Optional<Contender> ofKey(String key) {
    return Stream.of(values()).filter(it -> it.key.equals(key)).findFirst();
  }
}
