package dev.confab.client.signaling;

import dev.confab.client.call.ServerAddress;
import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.CloseCode;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.InvalidValueException;
import dev.confab.protocol.Limits;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.ResumeToken;
import dev.confab.protocol.ServerMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A signaling client in virtual time, whose servers are the test. Chance is always 0: the pauses
/// between tries are 125 ms, 250 ms, 500 ms…
final class SignalingRig {
  static final ServerAddress SERVER = address("wss://confab.example");
  static final DisplayName ADA = new DisplayName("Ada");
  static final ResumeToken TOKEN = new ResumeToken("A".repeat(43));

  final VirtualWorker worker = new VirtualWorker();
  final List<FakeConnection> connections = new ArrayList<>();
  final RecordingListener listener = new RecordingListener();
  final WebSocketSignaling signaling =
      new WebSocketSignaling(
          () -> worker,
          (server, events) -> {
            FakeConnection connection = new FakeConnection(events);
            connections.add(connection);
            return connection;
          },
          () -> 0L);

  static ServerAddress address(String text) {
    try {
      return ServerAddress.parse(text);
    } catch (InvalidValueException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  static ServerMessage.Welcome welcome() {
    return new ServerMessage.Welcome(1, 1, 1, "s1", TOKEN, false, 1, List.of(), Limits.DEFAULT);
  }

  static ServerMessage.Welcome resumed(long seq, long lastId) {
    return new ServerMessage.Welcome(
        seq, 1, 1, "s1", TOKEN, true, lastId, List.of(), Limits.DEFAULT);
  }

  static ServerMessage.Signal signal(long seq) {
    return new ServerMessage.Signal(seq, new PeerId("bob"), "payload " + seq);
  }

  FakeConnection connect() {
    return connect(null);
  }

  FakeConnection connect(@Nullable ResumeToken ticket) {
    signaling.connect(SERVER, ADA, ticket, listener);
    worker.runDue();
    return connections.getFirst();
  }

  /// A session that stands.
  FakeConnection connectAndWelcome() {
    FakeConnection connection = connect();
    greet(connection, welcome());
    return connection;
  }

  void greet(FakeConnection connection, ServerMessage.Welcome welcome) {
    connection.opens();
    connection.says(welcome);
    worker.runDue();
  }

  /// The socket just ends, as when a cable is pulled out; the next one is being tried.
  FakeConnection loseAndRetry(FakeConnection connection) {
    connection.events.onClosed(1006);
    worker.advance(Duration.ofSeconds(1));
    return connections.getLast();
  }

  void closes(FakeConnection connection, CloseCode code) {
    connection.events.onClosed(code.number());
    worker.runDue();
  }

  long say(String payload) {
    long id = signaling.send(next -> new ClientMessage.Signal(next, new PeerId("bob"), payload));
    worker.runDue();
    return id;
  }

  static List<Long> ids(List<ClientMessage> messages) {
    return messages.stream().map(ClientMessage::id).toList();
  }
}
