package dev.confab.bench.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The request of the handshake (RFC 6455, section 4.1). `subprotocol` may be empty.
public record Upgrade(String path, String subprotocol) {
  /// The example of the RFC, and what a server makes of it: every connection has the same.
  private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

  private static final String ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

  private static final String END = "\r\n\r\n";
  private static final int MAX_ANSWER = 8192;

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

  /// How many bytes belong to the server's answer; 0 while it is not complete. Throws when it is
  /// another than asked for.
  static int answerLength(byte[] bytes, int end) throws IOException {
    String text = new String(bytes, 0, Math.min(end, MAX_ANSWER), StandardCharsets.ISO_8859_1);
    int head = text.indexOf(END);
    if (head < 0 && end < MAX_ANSWER) {
      return 0;
    }
    if (head < 0 || !isAccepted(text.substring(0, head))) {
      throw new IOException(
          "the handshake was answered with " + text.lines().findFirst().orElse("nothing"));
    }
    return head + END.length();
  }

  /// Whether the answer lets the connection be a WebSocket.
  private static boolean isAccepted(String answer) {
    return answer.startsWith("HTTP/1.1 101 ")
        && answer.lines().anyMatch(line -> isAccept(line.split(":", 2)));
  }

  private static boolean isAccept(String[] header) {
    return header.length == 2
        && header[0].toLowerCase(Locale.ROOT).equals("sec-websocket-accept")
        && header[1].strip().equals(ACCEPT);
  }
}
