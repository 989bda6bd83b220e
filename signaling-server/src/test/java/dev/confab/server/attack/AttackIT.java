package dev.confab.server.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// All attacks at once, for 13 s, on a server with its default limits; two members who behave
/// notice nothing. Each attack is a test of its own there, so that a failure names it.
/// `-Dconfab.attack=SlowReaders` has that one alone.
///
/// The machine itself is not what is measured: together, the attackers open about 50 connections
/// and say about 1,500 messages a second, and pause between two floods.
@EnabledOnOs(
    value = OS.LINUX,
    disabledReason = "only there can one be every address of 127.0.0.0/8")
class AttackIT {
  private static final double MAX_P99_MS = 100;
  private static final int MAX_MEGABYTES = 450;

  /// A limit of the server's that is measured on a machine that others may be using at the moment
  /// is kept if one try of five keeps it; all else must hold in each.
  private static final int TRIES = 5;

  static final List<Attack> ATTACKS =
      List.of(
          new SlowReaders(),
          new SlowRequests(),
          new SlowTls(),
          new HalfOpenSockets(),
          new MessageFlood(),
          new ByteFlood(),
          new PingFlood(),
          new HugeFrames(),
          new EndlessFragments(),
          new CompressedBombs(),
          new Nonsense(),
          new ThousandsOfRooms(),
          new JoinFlood(),
          new KnockFlood(),
          new Gossip(),
          new ResumeStorm(),
          new ConnectionFlood(),
          new ForeignPages(),
          new PasswordGuesses(),
          new PasswordWork(),
          new ForgedInvitations(),
          new ForgedSender(),
          new ReplayedTokens(),
          new HttpAbuse());

  @TempDir private Path folder = Path.of("");

  @TestFactory
  Stream<DynamicTest> theServerWithstands() throws Exception {
    return withstood(false);
  }

  @TestFactory
  Stream<DynamicTest> theServerWithstandsThemOverTls() throws Exception {
    return withstood(true);
  }

  private Stream<DynamicTest> withstood(boolean tls) throws Exception {
    String only = System.getProperty("confab.attack", "");
    List<Attack> attacks =
        ATTACKS.stream()
            .filter(it -> tls || !(it instanceof SlowTls))
            .filter(it -> only.isEmpty() || Battle.name(it).equals(only))
            .toList();
    List<Battle> battles = new ArrayList<>();
    do {
      Path files = Files.createDirectories(folder.resolve("%s-%d".formatted(tls, battles.size())));
      battles.add(Battle.fight(files, tls, attacks));
      report(battles.getLast(), System.out);
    } while (!tls && battles.getLast().latencies().p99() >= MAX_P99_MS && battles.size() < TRIES);
    List<DynamicTest> tests = new ArrayList<>();
    for (Attack it : attacks) {
      tests.add(test(Battle.name(it) + ": " + it.what(), battles, Battle.name(it)));
    }
    tests.add(test("who knows a password comes in meanwhile", battles, Battle.FRIEND));
    tests.add(dynamicTest("nothing is left of it", () -> assertNothingLeft(battles)));
    if (!tls) {
      // there, the attackers' own part of the handshakes takes too much of the machine for the time
      // to say something of the server: nothing is lost, and that is all
      tests.add(dynamicTest("the two who behave are not held up", () -> assertFast(battles)));
    }
    return tests.stream();
  }

  private static DynamicTest test(String name, List<Battle> battles, String attack) {
    return dynamicTest(
        name,
        () -> {
          for (Battle battle : battles) {
            Throwable thrown = battle.outcomes().get(attack);
            if (thrown != null) {
              throw new AssertionError(attack, thrown);
            }
          }
        });
  }

  private static void assertFast(List<Battle> battles) {
    assertThat(battles.stream().mapToDouble(it -> it.latencies().p99()).min().orElseThrow())
        .as("p99 of a relayed signal, in ms")
        .isLessThan(MAX_P99_MS);
  }

  private static void assertNothingLeft(List<Battle> battles) {
    for (Battle battle : battles) {
      assertThat(battle.peakMegabytes()).as("resident, MB").isLessThan(MAX_MEGABYTES);
      assertThat(battle.leftovers()).as("more than before").matches(Battle.Leftovers::areFew);
    }
  }

  private static void report(Battle battle, PrintStream out) {
    out.printf(
        "relay under attack: %s; %d MB at most; more than before: %s; room with a password: %s%n",
        battle.latencies(), battle.peakMegabytes(), battle.leftovers(), battle.visits());
    for (Map.Entry<String, @Nullable Throwable> each : battle.outcomes().entrySet()) {
      if (each.getValue() != null) {
        out.println(each.getKey() + ": " + each.getValue());
      }
    }
  }
}
