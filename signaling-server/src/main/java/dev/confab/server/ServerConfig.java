package dev.confab.server;

import dev.confab.protocol.IceServer;
import dev.confab.protocol.Limits;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How one server is to run. `port` 0 picks a free one; without `tls` it speaks plain `ws`.
public record ServerConfig(
    String bind,
    int port,
    @Nullable TlsFiles tls,
    int maxConnections,
    Limits limits,
    List<IceServer> iceServers,
    int drainSeconds,
    Patience patience) {
  public static final int DEFAULT_PORT = 8443;

  public ServerConfig {
    iceServers = List.copyOf(iceServers);
  }

  /// A certificate chain and its key, both PEM.
  public record TlsFiles(Path certificates, Path key) {}

  /// What the command line has without any flag.
  public static ServerConfig defaults() {
    return new ServerConfig(
        "0.0.0.0", DEFAULT_PORT, null, 1000, Limits.DEFAULT, List.of(), 30, Patience.DEFAULT);
  }

  public ServerConfig withAddress(String newBind, int newPort) {
    return new ServerConfig(
        newBind, newPort, tls, maxConnections, limits, iceServers, drainSeconds, patience);
  }

  public ServerConfig withTls(@Nullable TlsFiles files) {
    return new ServerConfig(
        bind, port, files, maxConnections, limits, iceServers, drainSeconds, patience);
  }

  public ServerConfig withMaxConnections(int count) {
    return new ServerConfig(bind, port, tls, count, limits, iceServers, drainSeconds, patience);
  }

  public ServerConfig withRoomSize(int members) {
    Limits resized =
        new Limits(limits.frameBytes(), limits.payloadBytes(), members, limits.messagesPerSecond());
    return new ServerConfig(
        bind, port, tls, maxConnections, resized, iceServers, drainSeconds, patience);
  }

  public ServerConfig withIceServers(List<IceServer> servers) {
    return new ServerConfig(
        bind, port, tls, maxConnections, limits, servers, drainSeconds, patience);
  }

  public ServerConfig withDrainSeconds(int seconds) {
    return new ServerConfig(bind, port, tls, maxConnections, limits, iceServers, seconds, patience);
  }

  public ServerConfig withPatience(Patience newPatience) {
    return new ServerConfig(
        bind, port, tls, maxConnections, limits, iceServers, drainSeconds, newPatience);
  }
}
