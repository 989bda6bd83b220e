package dev.confab.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ServerMessage.Signal;
import java.io.BufferedReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// The program's log, where nobody takes it.
class LogIT {
  /// About 100 bytes each: more than a pipe and the queue hold.
  private static final int LINES = 10_000;

  private static ServerProgram server() throws Exception {
    return ServerProgram.start(
        Map.of("CONFAB_LOG", "DEBUG"),
        "--bind=127.0.0.1",
        "--port=0",
        "--messages-per-second=1000000",
        "--bytes-per-second=100000000",
        "--drain-seconds=0");
  }

  /// Each of these requests is refused, and each refusal is logged.
  private static void makeItLog(URI server) throws Exception {
    try (RawClient eve = RawClient.open(server)) {
      eve.text("{\"type\":\"hello\",\"id\":1,\"versions\":[1],\"client\":\"t\",\"name\":\"Eve\"}");
      for (int id = 2; id < LINES + 2; id++) {
        eve.text("{\"type\":\"leave\",\"id\":" + id + "}");
        if (id % 100 == 0) {
          eve.awaitText("\"re\":" + id);
        }
      }
    }
  }

  @Test
  @DisabledOnOs(
      value = OS.WINDOWS,
      disabledReason = "there a program is ended without a word to it")
  void aLogThatNobodyReadsStopsNeitherTheServerNorItsEnd() throws Exception {
    try (ServerProgram server = server()) {
      URI address = server.address();
      makeItLog(address);
      try (Peer ann = Peer.member(address, "Ann", "tea");
          Peer bob = new Peer(address)) {
        bob.hello("Bob");
        bob.signal(bob.join("tea").members().getFirst().peer(), "still there?");
        assertThat(ann.await(Signal.class).payload().text()).isEqualTo("still there?");
      }
      server.process().toHandle().destroy();
      assertThat(server.exitStatus()).isZero();
    }
  }

  @Test
  void whatIsLostIsCountedAndToldWhenSomebodyReadsAgain() throws Exception {
    try (ServerProgram server = server()) {
      URI address = server.address();
      makeItLog(address);
      List<String> read = new CopyOnWriteArrayList<>();
      Thread reader = Thread.ofVirtual().start(() -> lines(server).forEach(read::add));
      long end = System.nanoTime() + Peer.PATIENCE.toNanos();
      while (read.stream().noneMatch(line -> line.contains("log-lines-lost"))) {
        assertThat(System.nanoTime()).as("time until it is told").isLessThan(end);
        try (Peer ann = new Peer(address)) {
          ann.hello("Ann");
        }
      }
      assertThat(read)
          .anyMatch(line -> line.matches(".* WARN .*event=log-lines-lost lines=[0-9]{3,}.*"));
      server.process().destroyForcibly();
      reader.join();
    }
  }

  private static Stream<String> lines(ServerProgram server) {
    return new BufferedReader(server.process().errorReader(StandardCharsets.UTF_8)).lines();
  }
}
