package dev.confab.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;

/// A client's handshake that sends all that it has to say before it listens in one piece, as
/// OpenSSL and browsers do and Java's sockets do not.
final class CoalescingTls {
  private final RawClient socket;
  private final SSLEngine engine;
  private final ByteBuffer received = ByteBuffer.allocate(64 * 1024).flip();
  private final ByteBuffer toSend = ByteBuffer.allocate(64 * 1024);
  private final ByteBuffer plain = ByteBuffer.allocate(64 * 1024);

  CoalescingTls(RawClient socket, SSLContext context, String version) {
    this.socket = socket;
    engine = context.createSSLEngine();
    engine.setUseClientMode(true);
    engine.setEnabledProtocols(new String[] {version});
  }

  void handshake() throws IOException {
    engine.beginHandshake();
    boolean done = false;
    while (!done) {
      switch (engine.getHandshakeStatus()) {
        case NEED_TASK -> Optional.ofNullable(engine.getDelegatedTask()).ifPresent(Runnable::run);
        case NEED_WRAP -> engine.wrap(ByteBuffer.allocate(0), toSend);
        case NEED_UNWRAP -> {
          send();
          receive();
        }
        case NEED_UNWRAP_AGAIN -> throw new IllegalStateException("of DTLS only");
        case FINISHED, NOT_HANDSHAKING -> done = true;
      }
    }
    send();
  }

  private void send() throws IOException {
    byte[] bytes = new byte[toSend.flip().remaining()];
    toSend.get(bytes).clear();
    socket.write(bytes);
  }

  /// One record more.
  private void receive() throws IOException {
    while (engine.getHandshakeStatus() == HandshakeStatus.NEED_UNWRAP) {
      int before = received.remaining();
      engine.unwrap(received, plain);
      if (received.remaining() < before) {
        return;
      }
      received.compact();
      received.put(socket.read());
      received.flip();
    }
  }
}
