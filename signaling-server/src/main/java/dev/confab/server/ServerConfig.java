package dev.confab.server;

import dev.confab.protocol.Limits;
import dev.confab.server.gate.AccessRules;
import java.nio.file.Path;
import java.util.function.Consumer;
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
    return changed(
        it -> {
          it.bind = newBind;
          it.port = newPort;
        });
  }

  public ServerConfig withTls(@Nullable TlsFiles files) {
    return changed(it -> it.tls = files);
  }

  public ServerConfig withMaxConnections(int count) {
    return changed(it -> it.maxConnections = count);
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
    return changed(it -> it.limits = newLimits);
  }

  public ServerConfig withAccess(AccessRules rules) {
    return changed(it -> it.access = rules);
  }

  public ServerConfig withIce(IceSettings settings) {
    return changed(it -> it.ice = settings);
  }

  public ServerConfig withEntry(EntrySettings settings) {
    return changed(it -> it.entry = settings);
  }

  public ServerConfig withDrainSeconds(int seconds) {
    return changed(it -> it.drainSeconds = seconds);
  }

  public ServerConfig withPatience(Patience newPatience) {
    return changed(it -> it.patience = newPatience);
  }

  /// Null: without that port.
  public ServerConfig withHttp(@Nullable HttpSettings settings) {
    return changed(it -> it.http = settings);
  }

  private ServerConfig changed(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.config();
  }

  /// A copy on its way to another configuration.
  private static final class Draft {
    private String bind;
    private int port;
    private @Nullable TlsFiles tls;
    private int maxConnections;
    private Limits limits;
    private AccessRules access;
    private IceSettings ice;
    private EntrySettings entry;
    private int drainSeconds;
    private Patience patience;
    private @Nullable HttpSettings http;

    private Draft(ServerConfig from) {
      bind = from.bind;
      port = from.port;
      tls = from.tls;
      maxConnections = from.maxConnections;
      limits = from.limits;
      access = from.access;
      ice = from.ice;
      entry = from.entry;
      drainSeconds = from.drainSeconds;
      patience = from.patience;
      http = from.http;
    }

    private ServerConfig config() {
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
          http);
    }
  }
}
