package dev.confab.server;

import dev.confab.protocol.Limits;
import dev.confab.server.gate.AccessRules;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How one server is to run. `port` 0 picks a free one; without `tls` it speaks plain `ws`.
public record ServerConfig(
    String bind,
    int port,
    @Nullable TlsFiles tls,
    int maxConnections,
    Limits limits,
    AccessRules access,
    IceSettings ice,
    EntrySettings entry,
    int drainSeconds,
    Patience patience,
    @Nullable HttpSettings http) {
  public static final int DEFAULT_PORT = 8443;

  /// A certificate chain and its key, both PEM.
  public record TlsFiles(Path certificates, Path key) {}

  /// What the command line has without any flag.
  public static ServerConfig defaults() {
    return new ServerConfig(
        "0.0.0.0",
        DEFAULT_PORT,
        null,
        1000,
        Limits.DEFAULT,
        AccessRules.DEFAULT,
        IceSettings.NONE,
        EntrySettings.DEFAULT,
        30,
        Patience.DEFAULT,
        null);
  }

  public ServerConfig withAddress(String newBind, int newPort) {
    return new ServerConfig(
        newBind,
        newPort,
        tls,
        maxConnections,
        limits,
        access,
        ice,
        entry,
        drainSeconds,
        patience,
        http);
  }

  public ServerConfig withTls(@Nullable TlsFiles files) {
    return new ServerConfig(
        bind,
        port,
        files,
        maxConnections,
        limits,
        access,
        ice,
        entry,
        drainSeconds,
        patience,
        http);
  }

  public ServerConfig withMaxConnections(int count) {
    return new ServerConfig(
        bind, port, tls, count, limits, access, ice, entry, drainSeconds, patience, http);
  }

  public ServerConfig withRoomSize(int members) {
    return withLimits(
        new Limits(
            limits.frameBytes(),
            limits.payloadBytes(),
            members,
            limits.messagesPerSecond(),
            limits.bytesPerSecond()));
  }

  /// What one client may send in a second.
  public ServerConfig withRates(int messages, int bytes) {
    return withLimits(
        new Limits(
            limits.frameBytes(), limits.payloadBytes(), limits.roomMembers(), messages, bytes));
  }

  private ServerConfig withLimits(Limits newLimits) {
    return new ServerConfig(
        bind,
        port,
        tls,
        maxConnections,
        newLimits,
        access,
        ice,
        entry,
        drainSeconds,
        patience,
        http);
  }

  public ServerConfig withAccess(AccessRules rules) {
    return new ServerConfig(
        bind, port, tls, maxConnections, limits, rules, ice, entry, drainSeconds, patience, http);
  }

  public ServerConfig withIce(IceSettings settings) {
    return new ServerConfig(
        bind,
        port,
        tls,
        maxConnections,
        limits,
        access,
        settings,
        entry,
        drainSeconds,
        patience,
        http);
  }

  public ServerConfig withEntry(EntrySettings settings) {
    return new ServerConfig(
        bind,
        port,
        tls,
        maxConnections,
        limits,
        access,
        ice,
        settings,
        drainSeconds,
        patience,
        http);
  }

  public ServerConfig withDrainSeconds(int seconds) {
    return new ServerConfig(
        bind, port, tls, maxConnections, limits, access, ice, entry, seconds, patience, http);
  }

  public ServerConfig withPatience(Patience newPatience) {
    return new ServerConfig(
        bind,
        port,
        tls,
        maxConnections,
        limits,
        access,
        ice,
        entry,
        drainSeconds,
        newPatience,
        http);
  }

  /// Null: without that port.
  public ServerConfig withHttp(@Nullable HttpSettings settings) {
    return new ServerConfig(
        bind,
        port,
        tls,
        maxConnections,
        limits,
        access,
        ice,
        entry,
        drainSeconds,
        patience,
        settings);
  }
}
