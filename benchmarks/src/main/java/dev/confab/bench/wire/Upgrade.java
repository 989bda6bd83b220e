package dev.confab.bench.wire;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The request of the handshake (RFC 6455, section 4.1). `subprotocol` may be empty.
public record Upgrade(String path, String subprotocol) {
  /// The example of the RFC, and what a server makes of it: every connection has the same.
  private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

  private static final String ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

  byte[] request(int port) {
    String protocol =
        subprotocol.isEmpty() ? "" : "Sec-WebSocket-Protocol: " + subprotocol + "\r\n";
    return """
        GET %s HTTP/1.1\r
        Host: 127.0.0.1:%d\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Key: %s\r
        Sec-WebSocket-Version: 13\r
        %s\r
        """
        .formatted(path, port, KEY, protocol)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /// Whether the answer lets the connection be a WebSocket.
  static boolean isAccepted(String answer) {
    return answer.startsWith("HTTP/1.1 101 ")
        && answer.lines().anyMatch(line -> isAccept(line.split(":", 2)));
  }

  private static boolean isAccept(String[] header) {
    return header.length == 2
        && header[0].toLowerCase(Locale.ROOT).equals("sec-websocket-accept")
        && header[1].strip().equals(ACCEPT);
  }
}
