package dev.confab.client.signaling;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.ServerMessage;
import dev.confab.protocol.json.MessageCodec;
import dev.confab.protocol.json.ProtocolException;
import java.util.ArrayList;
import java.util.List;

/// A socket whose other end is the test. Like a real one it takes messages only while open, and
/// says nothing after it was dropped, unless it is told to ([#events]).
final class FakeConnection implements Connection {
  final Events events;
  private final List<ClientMessage> sent = new ArrayList<>();
  private State state = State.CONNECTING;
  private int pings;

  enum State {
    CONNECTING,
    OPEN,
    CLOSING,
    DROPPED
  }

  FakeConnection(Events events) {
    this.events = events;
  }

  void opens() {
    state = State.OPEN;
    events.onOpened();
  }

  void says(ServerMessage message) {
    events.onText(MessageCodec.encode(message));
  }

  @Override
  public void send(String text) {
    if (state != State.OPEN) {
      throw new IllegalStateException("not open");
    }
    try {
      sent.add(MessageCodec.decodeClient(text));
    } catch (ProtocolException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void ping() {
    pings++;
  }

  @Override
  public void close() {
    state = State.CLOSING;
  }

  @Override
  public void drop() {
    state = State.DROPPED;
  }

  State state() {
    return state;
  }

  int pings() {
    return pings;
  }

  List<ClientMessage> sent() {
    return List.copyOf(sent);
  }

  /// What was said after the `hello`.
  List<ClientMessage> sentAfterHello() {
    return sent.stream().filter(message -> !(message instanceof ClientMessage.Hello)).toList();
  }

  ClientMessage.Hello hello() {
    return (ClientMessage.Hello) sent.getFirst();
  }
}
