package dev.confab.system;

import dev.confab.server.ServerConfig;
import dev.confab.server.SignalingServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Anna talks to Ben over two real sound systems, while Carla and Dora come and go.
class ComingAndGoingIT {
  private static final double HERTZ = 440;
  private static final int VISITS = 2;

  /// In a microphone the tone pauses for 0.3 s, twice a second: one tone may be missing.
  private static final Duration MICROPHONE = Duration.ofSeconds(1);

  /// A painted tone is steady but for the moments in which WebRTC opens the microphone.
  private static final Duration PAINTED = Duration.ofMillis(700);

  @TempDir private Path folder;
  private Desk annasDesk;
  private Desk bensDesk;
  private SignalingServer server;

  @BeforeEach
  void desks() throws Exception {
    Desk.assumePossible();
    annasDesk = Desk.withEverything(Files.createDirectory(folder.resolve("anna")));
    bensDesk = Desk.withEverything(Files.createDirectory(folder.resolve("ben")));
    server = SignalingServer.start(ServerConfig.defaults().withAddress("127.0.0.1", 0));
  }

  @AfterEach
  void end() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void aMicrophoneIsNotInterrupted() throws Exception {
    requireHeardAllTheTime("any", MICROPHONE);
  }

  @Test
  void aPaintedToneIsNotInterrupted() throws Exception {
    requireHeardAllTheTime("tone", PAINTED);
  }

  private void requireHeardAllTheTime(String microphone, Duration limit) throws Exception {
    try (Caller anna = at(annasDesk.command(), "Anna", List.of("none", microphone, "any"));
        Caller ben = at(bensDesk.command(), "Ben", List.of("none", "none", "any"));
        Caller carla = at(List.of(), "Carla", List.of("none", "none", "none"));
        Caller dora = at(List.of(), "Dora", List.of("none", "none", "none"))) {
      for (Caller member : List.of(anna, ben, carla, dora)) {
        member.awaitConnected(3);
      }
      TimeLimit.requireWithin(limit, () -> longestSilence(anna, ben, List.of(carla, dora)));
    }
  }

  private Caller at(List<String> place, String name, List<String> devices) throws Exception {
    return Caller.start(place, server.address(), "r", name, devices);
  }

  /// What Ben hears of Anna while the others leave her and come back.
  private Duration longestSilence(Caller anna, Caller ben, List<Caller> visitors) throws Exception {
    try (Ear ear = Ear.on(bensDesk, "speaker.monitor")) {
      ear.awaitTone(HERTZ);
      CompletableFuture<Void> visits = new CompletableFuture<>();
      Thread.ofVirtual().name("visits").start(() -> visit(anna, visitors, visits));
      Duration longest = ear.longestWithout(HERTZ, visits::isDone);
      visits.get();
      return longest;
    } catch (AssertionError e) {
      throw new AssertionError("%s\n%s\n%s".formatted(e, anna.state(), ben.state()), e);
    }
  }

  private static void visit(Caller anna, List<Caller> visitors, CompletableFuture<Void> done) {
    try {
      for (int visit = 0; visit < VISITS; visit++) {
        for (Caller visitor : visitors) {
          visitor.tell("leave");
          anna.await("one is gone", now -> now.peers().size() == 2);
          visitor.await("outside", now -> now.text("phase").equals("Lobby"));
          visitor.tell("join");
          anna.awaitConnected(3);
        }
      }
      done.complete(null);
    } catch (Exception | AssertionError e) {
      done.completeExceptionally(e);
    }
  }
}
