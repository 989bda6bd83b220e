package dev.confab.server.settings;

import dev.confab.server.HttpSettings;
import dev.confab.server.IceSettings;
import dev.confab.server.ServerConfig;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The one list of what can be set. The flag, the environment variable and the key of the file come
/// of the name; `docs/server.md`, the shipped file and the man page are held to it by tests.
public enum Setting {
  PORT("PORT", number(ServerConfig.defaults().port()), "TCP port; 0 picks a free one."),
  BIND(
      "ADDRESS",
      ServerConfig.defaults().bind(),
      "Address to listen on. 0.0.0.0: every address of this machine."),
  TLS_CERT("FILE", "", "Certificate chain, PEM. With the key: wss instead of ws."),
  TLS_KEY("FILE", "", "Private key of the certificate, PEM (PKCS#8, not encrypted)."),
  ROOM_SIZE("N", number(ServerConfig.defaults().limits().roomMembers()), "Most members in a room."),
  MAX_CONNECTIONS("N", number(ServerConfig.defaults().maxConnections()), "Most clients at a time."),
  MAX_CONNECTIONS_PER_ADDRESS(
      "N",
      number(ServerConfig.defaults().access().maxConnections()),
      "Most clients at a time from one address; of IPv6, the first 64 bits are one address."),
  CONNECTIONS_PER_SECOND(
      "N",
      number(ServerConfig.defaults().access().connectionsPerSecond()),
      "New connections a second from one address, in the long run; what makes 5 s of them may come"
          + " at once."),
  TRUSTED_PROXIES(
      "ADDRESS[,ADDRESS]",
      "",
      "Reverse proxies whose X-Forwarded-For is believed: addresses and ranges, as in 10.0.0.0/8,"
          + " with commas between them."),
  ALLOWED_ORIGINS(
      "ORIGIN[,ORIGIN]",
      "",
      "Web pages that may connect, as in https://call.example.org, with commas between them; *: all."
          + " Without it, none: the app is no web page."),
  MESSAGES_PER_SECOND(
      "N",
      number(ServerConfig.defaults().limits().messagesPerSecond()),
      "Messages that a client may send in a second; three times as many at once."),
  BYTES_PER_SECOND(
      "N",
      number(ServerConfig.defaults().limits().bytesPerSecond()),
      "Bytes that a client may send in a second; four times as many at once."),
  ICE_SERVER(
      "URL[,URL]",
      "",
      "STUN and TURN servers for the clients, as in stun:HOST:3478, with commas between them."),
  TURN_SECRET_FILE(
      "FILE",
      "",
      "The secret shared with the TURN servers (coturn: use-auth-secret): every client gets"
          + " credentials of its own."),
  TURN_VALIDITY(
      "SECONDS",
      Long.toString(IceSettings.DEFAULT_VALIDITY.toSeconds()),
      "How long these credentials are good, in seconds; who stays gets new ones after half of it."),
  TURN_ANY_CERTIFICATE(
      "true|false",
      "false",
      "Clients do not check the certificate of turns: servers, as for one of your own making."
          + " Calls stay encrypted from end to end."),
  ENTRY(
      "WAY[,WAY]",
      "open,password,knocking",
      "How people may come into rooms: open (without a password), password, invitation, knocking;"
          + " with commas between them."),
  INVITATION_KEY_FILE(
      "FILE",
      "",
      "What invitations are checked with: an Ed25519 public key, PEM; or else a secret of at least"
          + " 32 bytes (HS256)."),
  DRAIN_SECONDS(
      "N",
      number(ServerConfig.defaults().drainSeconds()),
      "How long members may stay after the server is told to end (SIGTERM)."),
  HTTP_PORT(
      "PORT",
      "",
      "TCP port for health, metrics and the dashboard, such as 9090. Empty: none of it."),
  HTTP_BIND(
      "ADDRESS",
      HttpSettings.DEFAULT_BIND,
      "Address to listen on with http-port. 127.0.0.1: only this machine reaches it."),
  METRICS_TOKEN_FILE(
      "FILE", "", "Who fetches the metrics has to show this token (Authorization: Bearer)."),
  DASHBOARD_PASSWORD_FILE(
      "FILE",
      "",
      "What confab-server hash-password made of the admins' password. Turns the dashboard on."),
  DASHBOARD_VIEWER_PASSWORD_FILE(
      "FILE", "", "The same for those who may look at the dashboard and change nothing."),
  DASHBOARD_HOST(
      "NAME[,NAME]",
      "",
      "Names under which browsers reach the dashboard, beside localhost and plain addresses.");

  private static final Set<Setting> LISTS =
      EnumSet.of(ICE_SERVER, ENTRY, TRUSTED_PROXIES, ALLOWED_ORIGINS, DASHBOARD_HOST);

  static final String PREFIX = "CONFAB_SERVER_";

  private final String label;
  private final String byDefault;
  private final String meaning;

  Setting(String label, String byDefault, String meaning) {
    this.label = label;
    this.byDefault = byDefault;
    this.meaning = meaning;
  }

  /// The one that a file calls so.
  static Optional<Setting> ofKey(String key) {
    return Stream.of(values()).filter(it -> it.key().equals(key)).findFirst();
  }

  /// As in `room-size`, in the file.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// As in `--room-size`, on the command line.
  public String flag() {
    return "--" + key();
  }

  /// As in `CONFAB_SERVER_ROOM_SIZE`, in the environment.
  public String variable() {
    return PREFIX + name();
  }

  /// Stands for the value in a usage text.
  public String label() {
    return label;
  }

  /// What counts where nothing is said; empty: nothing.
  public String byDefault() {
    return byDefault;
  }

  /// One line for whoever sets it.
  public String meaning() {
    return meaning;
  }

  /// Whether its flag alone means yes.
  public boolean isSwitch() {
    return this == TURN_ANY_CERTIFICATE;
  }

  /// Whether its flag may be repeated.
  public boolean isList() {
    return LISTS.contains(this);
  }

  private static String number(int value) {
    return Integer.toString(value);
  }
}
