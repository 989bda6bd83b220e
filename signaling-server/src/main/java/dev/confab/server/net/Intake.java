package dev.confab.server.net;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.CloseCode;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.json.MessageCodec;
import dev.confab.protocol.json.ProtocolException;
import dev.confab.server.gate.RateLimit;
import dev.confab.server.room.RefusalTexts;
import java.nio.ByteBuffer;

/// What arrives on one socket, on the library's thread for this socket: counts, decodes, and posts
/// it. A client that does not stop sending too fast, or what cannot be understood, is closed.
final class Intake {
  /// Then it is no slip but a broken client, or a hostile one.
  static final int MAX_BAD_MESSAGES = 20;

  private final Connection connection;
  private final RoomLoop loop;
  private final RateLimit rate;
  private int badMessages;
  private boolean closed;

  Intake(Connection connection, RoomLoop loop, RateLimit rate) {
    this.connection = connection;
    this.loop = loop;
    this.rate = rate;
  }

  Connection connection() {
    return connection;
  }

  void text(byte[] frame) {
    if (closed) {
      return;
    }
    long now = System.nanoTime();
    switch (rate.take(frame.length, now)) {
      case ADMIT -> admit(frame, now);
      case REFUSE -> refuse(frame);
      case CUT -> close(CloseCode.TOO_FAST);
    }
  }

  void binary() {
    close(CloseCode.NOT_TEXT);
  }

  /// One that was not asked for counts as a message.
  void pong(ByteBuffer payload) {
    long seq = connection.arrived(payload);
    if (seq >= 0) {
      loop.arrived(connection, seq);
    } else {
      var _ = ping(payload.remaining());
    }
  }

  /// Pings count as messages. Whether this one is to be answered.
  boolean ping(int length) {
    return !closed
        && switch (rate.take(length, System.nanoTime())) {
          case ADMIT -> true;
          case REFUSE -> false;
          case CUT -> {
            close(CloseCode.TOO_FAST);
            yield false;
          }
        };
  }

  private void admit(byte[] frame, long arrivedNanos) {
    try {
      ClientMessage message = MessageCodec.decodeClient(frame);
      if (message instanceof ClientMessage.Join && !connection.mayJoin()) {
        tooFast(message.id());
      } else {
        loop.received(connection, message, frame.length, arrivedNanos);
      }
    } catch (ProtocolException e) {
      bad(e);
    }
  }

  private void bad(ProtocolException e) {
    loop.refused(connection, e.re(), e.code(), e.getMessage());
    badMessages++;
    if (badMessages >= MAX_BAD_MESSAGES) {
      close(CloseCode.TOO_MANY_ERRORS);
    }
  }

  /// The client is told which of its messages was dropped; hence the decoding. There are few of
  /// these before it is closed.
  private void refuse(byte[] frame) {
    try {
      tooFast(MessageCodec.decodeClient(frame).id());
    } catch (ProtocolException e) {
      bad(e);
    }
  }

  private void tooFast(long re) {
    loop.refused(connection, re, ErrorCode.TOO_FAST, RefusalTexts.of(ErrorCode.TOO_FAST));
  }

  private void close(CloseCode code) {
    closed = true;
    loop.close(connection, code);
  }
}
