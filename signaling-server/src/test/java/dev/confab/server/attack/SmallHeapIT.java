package dev.confab.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Two hundred members who read nothing are sent all that may be sent to them, which is several
/// times the heap of the server. It ends for them alone.
@EnabledOnOs(
    value = OS.LINUX,
    disabledReason = "only there can one be every address of 127.0.0.0/8")
class SmallHeapIT {
  private static final int ROOMS = 40;
  private static final int SLOW = 5;
  private static final Duration TIME = Duration.ofSeconds(12);
  private static final int PATIENCE_SECONDS = 30;

  /// What one may say at once, in messages of [#PAYLOAD]; then what it may say in a second.
  private static final int BURST = 20;

  private static final int EACH_SECOND = 5;
  private static final String PAYLOAD = "x".repeat(48_000);
  private static final String TOO_SLOW = "confab_connections_closed_total{code=\"too-slow\"}";

  @Test
  void manyWhoReadNothingTakeNeitherTheMemoryNorOthersMessages(@TempDir Path folder)
      throws Exception {
    List<Foe> slow = new ArrayList<>();
    try (Fortress server = Fortress.start(folder, false, "-Xmx64m");
        Pair pair = new Pair(server)) {
      Siege siege = new Siege(server, 0, System.nanoTime() + TIME.toNanos());
      List<Speaker> speakers = new ArrayList<>();
      for (int room = 0; room < ROOMS; room++) {
        for (int i = 0; i < SLOW; i++) {
          slow.add(Foe.member(server, siege.address(room % 8), "Slow " + i, "slow-" + room));
        }
        speakers.add(Speaker.join(server, siege.address(8 + room % 8), "slow-" + room));
        if (room % 8 == 0) {
          pair.talk(Duration.ofMillis(100)); // who is silent for long is taken to be gone
        }
      }
      CompletableFuture<Void> attack = CompletableFuture.runAsync(() -> speak(siege, speakers));
      assertThat(pair.talk(TIME).p99()).isPositive();
      attack.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      awaitAllTooSlow(server, pair);
      assertThat(server.isAlive()).isTrue();
      assertThat(server.get("/healthz").statusCode()).isEqualTo(200);
      try (Pair another = new Pair(server, "another")) {
        another.talk(Duration.ofMillis(500));
      }
    } finally {
      for (Foe each : slow) {
        each.close();
      }
    }
  }

  private static void awaitAllTooSlow(Fortress server, Pair pair) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (server.metric(TOO_SLOW) < ROOMS * SLOW) {
      assertThat(System.nanoTime())
          .as("time until all are closed: %s are", server.metric(TOO_SLOW))
          .isLessThan(end);
      pair.talk(Duration.ofMillis(250));
    }
  }

  private static void speak(Siege siege, List<Speaker> speakers) {
    try {
      Siege.together(
          2 * ROOMS,
          i -> {
            Speaker speaker = speakers.get(i / 2);
            if (i % 2 == 0) {
              speaker.speak(siege);
            } else {
              speaker.foe().socket().awaitEnd(); // it reads, and is not slow itself
            }
          });
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /// One who has a room full of those who do not read.
  private record Speaker(Foe foe, List<String> others) {
    private static final Pattern PEER = Pattern.compile("\"peer\":\"([^\"]*)\"");

    static Speaker join(Fortress server, String address, String room) throws IOException {
      Foe foe = Foe.guest(server, address, "Friend");
      foe.join(room, "");
      String members = foe.answer().replaceFirst(".*\"members\":", "");
      return new Speaker(foe, PEER.matcher(members).results().map(it -> it.group(1)).toList());
    }

    void speak(Siege siege) throws Exception {
      try (foe) {
        for (int sent = 0; siege.goesOn(); sent++) {
          foe.signal(others.get(sent % SLOW), PAYLOAD);
          if (sent >= BURST) {
            Thread.sleep(1000 / EACH_SECOND);
          }
        }
      }
    }
  }
}
