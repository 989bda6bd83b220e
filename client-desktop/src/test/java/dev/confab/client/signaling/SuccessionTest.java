package dev.confab.client.signaling;

import static dev.confab.client.signaling.SignalingRig.ADA;
import static dev.confab.client.signaling.SignalingRig.SERVER;
import static dev.confab.client.signaling.SignalingRig.welcome;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.ServerAddress;
import dev.confab.protocol.CloseCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A session that follows another: whoever leaves and comes back.
class SuccessionTest {
  private final List<VirtualWorker> workers = new ArrayList<>();
  private final List<FakeConnection> connections = new ArrayList<>();
  private final WebSocketSignaling signaling =
      new WebSocketSignaling(
          () -> {
            workers.add(new VirtualWorker());
            return workers.getLast();
          },
          (server, events) -> {
            connections.add(new FakeConnection(events));
            return connections.getLast();
          },
          () -> 0L);

  private void connect(ServerAddress server) {
    signaling.connect(server, ADA, null, new RecordingListener());
    workers.forEach(VirtualWorker::runDue);
  }

  private FakeConnection firstSession() {
    connect(SERVER);
    FakeConnection first = connections.getFirst();
    first.opens();
    first.says(welcome());
    workers.forEach(VirtualWorker::runDue);
    return first;
  }

  @Test
  void whoComesBackWaitsForTheirOwnGoodbye() {
    FakeConnection first = firstSession();

    connect(SERVER);
    assertThat(first.state()).isEqualTo(FakeConnection.State.CLOSING);
    assertThat(connections).hasSize(1);

    first.events.onClosed(CloseCode.NORMAL.number());
    workers.forEach(VirtualWorker::runDue);
    assertThat(connections).hasSize(2);
  }

  @Test
  void aGoodbyeThatCannotBeSaidIsNotWaitedForForEver() {
    firstSession().events.onClosed(1006);
    workers.forEach(VirtualWorker::runDue);

    connect(SERVER);
    workers.getLast().advance(SignalingSession.BEFORE);

    assertThat(connections).hasSize(2);
  }

  @Test
  void anotherServerIsNoneOfItsConcern() {
    firstSession();
    connect(SignalingRig.address("wss://elsewhere.example"));
    assertThat(connections).hasSize(2);
  }

  @Test
  void whoGivesUpWaitingAndComesBackStillWaitsForTheGoodbye() {
    FakeConnection first = firstSession();
    connect(SERVER);
    signaling.close();
    workers.forEach(VirtualWorker::runDue);

    connect(SERVER);
    assertThat(connections).hasSize(1);

    first.events.onClosed(CloseCode.NORMAL.number());
    workers.forEach(VirtualWorker::runDue);
    assertThat(connections).hasSize(2);
  }

  @Test
  void whoGivesUpWaitingHasNeverBeenThere() {
    firstSession();
    connect(SERVER);

    signaling.close();
    workers.forEach(VirtualWorker::runDue);

    assertThat(workers.getLast().isShutDown()).isTrue();
    assertThat(connections).hasSize(1);
  }
}
