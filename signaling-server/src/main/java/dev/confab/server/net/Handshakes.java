package dev.confab.server.net;

import dev.confab.protocol.Protocol;
import java.nio.ByteBuffer;
import java.util.List;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.exceptions.LimitExceededException;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.HandshakeBuilder;
import org.java_websocket.handshake.HandshakeImpl1Server;
import org.java_websocket.handshake.ServerHandshakeBuilder;

/// RFC 6455 with the subprotocol `confab`, our own [FrameReader], and a bound on whole messages.
/// The library bounds frames, and of a message in fragments only the first and the last: what is
/// between would be kept without end.
final class BoundedDraft extends Draft_6455 {
  static final int MAX_FRAGMENTS = 64;

  private final int maxBytes;
  private final FrameReader reader;
  private int bytes;
  private int fragments;

  BoundedDraft(int maxBytes) {
    super(
        List.of(),
        List.of(new org.java_websocket.protocols.Protocol(Protocol.SUBPROTOCOL)),
        maxBytes);
    this.maxBytes = maxBytes;
    this.reader = new FrameReader(maxBytes);
  }

  @Override
  public Draft copyInstance() {
    return new BoundedDraft(maxBytes);
  }

  /// Without the name of the library, which says to attackers what to try.
  @Override
  public HandshakeBuilder postProcessHandshakeResponseAsServer(
      ClientHandshake request, ServerHandshakeBuilder response) throws InvalidHandshakeException {
    HandshakeBuilder full = super.postProcessHandshakeResponseAsServer(request, response);
    HandshakeImpl1Server ours = new HandshakeImpl1Server();
    ours.setHttpStatusMessage(response.getHttpStatusMessage());
    full.iterateHttpFields()
        .forEachRemaining(
            name -> {
              if (!name.equalsIgnoreCase("Server")) {
                ours.put(name, full.getFieldValue(name));
              }
            });
    return ours;
  }

  @Override
  public List<Framedata> translateFrame(ByteBuffer arrived) throws InvalidDataException {
    return reader.read(arrived);
  }

  @Override
  public void reset() {
    super.reset();
    reader.reset();
  }

  /// A text in one frame, as nearly all are, goes to the socket as it came.
  @Override
  public void processFrame(WebSocketImpl socket, Framedata frame) throws InvalidDataException {
    Opcode opcode = frame.getOpcode();
    if (opcode == Opcode.TEXT && frame.isFin() && fragments == 0) {
      ((ClientSocket) socket).received(frame.getPayloadData().array());
      return;
    }
    if (opcode == Opcode.TEXT || opcode == Opcode.BINARY) {
      bytes = 0;
      fragments = 0;
    }
    if (opcode != Opcode.PING && opcode != Opcode.PONG && opcode != Opcode.CLOSING) {
      bytes += frame.getPayloadData().remaining();
      fragments++;
      if (bytes > maxBytes || fragments > MAX_FRAGMENTS) {
        throw new LimitExceededException("the message is too big", maxBytes);
      }
    }
    super.processFrame(socket, frame);
    if (opcode != Opcode.PING && opcode != Opcode.PONG && frame.isFin()) {
      fragments = 0;
    }
  }
}
