package dev.confab.client.call;

import dev.confab.protocol.InvalidValueException;
import java.net.URI;
import java.net.URISyntaxException;

/// Where the signaling server listens: `wss://HOST:PORT`, or `ws://HOST:PORT` where the person
/// asked for plain text.
public record ServerAddress(URI uri) {
  /// Reads what a person typed or a link carried: `host`, `host:port`, `ws(s)://…`, `http(s)://…`.
  /// Without a scheme it is TLS, but for this machine itself.
  public static ServerAddress parse(String text) throws InvalidValueException {
    String typed = text.strip();
    String withScheme = typed.contains("://") ? typed : defaultScheme(typed) + typed;
    try {
      URI uri = new URI(withScheme);
      String host = uri.getHost();
      if (host == null || uri.getRawUserInfo() != null) {
        throw invalid();
      }
      String scheme =
          switch (uri.getScheme()) {
            case "ws", "http" -> "ws";
            case "wss", "https" -> "wss";
            default -> throw invalid();
          };
      return new ServerAddress(new URI(scheme, null, host, uri.getPort(), "/", null, null));
    } catch (URISyntaxException e) {
      throw invalid();
    }
  }

  private static String defaultScheme(String typed) {
    return typed.matches("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?/?") ? "ws://" : "wss://";
  }

  private static InvalidValueException invalid() {
    return new InvalidValueException("Not the address of a server.");
  }

  public boolean secure() {
    return uri.getScheme().equals("wss");
  }

  /// As a person would write it: `host`, `host:port`.
  public String display() {
    return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
  }

  @Override
  public String toString() {
    return uri.getScheme() + "://" + display();
  }
}
