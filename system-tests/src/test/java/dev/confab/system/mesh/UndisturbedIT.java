package dev.confab.system.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.server.ServerConfig;
import dev.confab.server.SignalingServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Three people talk while others come and go.
class UndisturbedIT {
  private static final int FRAMES_PER_SECOND = 15;
  private static final int FRAMES = 100;
  private static final int VISITS = 6;

  /// What is late by more than the machine itself was, and by more than these, was disturbed.
  private static final int FRAMES_ALLOWED = 3;

  /// Of the sound that came in while nobody came or went.
  private static final double SOUND = 0.85;

  @TempDir private Path folder;
  private SignalingServer server;
  private final List<Person> standing = new ArrayList<>();
  private final List<Person> visitors = new ArrayList<>();
  private final Map<String, Eyes> eyes = new HashMap<>();
  private final Letters letters = new Letters();

  @BeforeEach
  void threeStand() throws Exception {
    server =
        SignalingServer.start(ServerConfig.defaults().withAddress("127.0.0.1", 0).withRoomSize(5));
    List<String> names = List.of("Anna", "Ben", "Carla", "Dora", "Emil");
    for (int i = 0; i < names.size(); i++) {
      Path file = clip(i).write(folder.resolve(names.get(i) + ".y4m"));
      (i < 3 ? standing : visitors).add(new Person(names.get(i), server::port, file));
    }
    for (Person person : standing) {
      letters.comesOrGoes(person);
      person.join();
    }
    Room.await(() -> Room.isSettled(standing, visitors), () -> "three\n" + standing);
    letters.settled();
    for (Person person : standing) {
      for (Person other : standing) {
        if (person != other) {
          Clip clip = clip(standing.indexOf(other));
          eyes.put(
              "of %s at %s".formatted(other.name, person.name),
              new Eyes(person.other(other.name).orElseThrow(), clip));
        }
      }
    }
  }

  private static Clip clip(int index) {
    return new Clip(index + 1, FRAMES_PER_SECOND, FRAMES);
  }

  @AfterEach
  void end() throws Exception {
    eyes.values().forEach(Eyes::close);
    for (Person person : standing) {
      person.close();
    }
    for (Person person : visitors) {
      person.close();
    }
    server.close();
  }

  @Test
  void whoStaysIsNotDisturbedByWhoComesAndGoes() throws Exception {
    visit(); // so that code is compiled, and bandwidth has been estimated
    try (Pulse pulse = new Pulse()) {
      Stretch quiet = stretch(pulse, () -> TimeUnit.SECONDS.sleep(6));
      Stretch busy =
          stretch(
              pulse,
              () -> {
                for (int visit = 0; visit < VISITS; visit++) {
                  visit();
                }
              });
      System.out.println("quiet " + quiet + "\nbusy  " + busy);
      assertThat(busy.worstStep)
          .as("frames that were left out")
          .isLessThanOrEqualTo(quiet.worstStep + FRAMES_ALLOWED);
      assertThat(busy.worstGapMillis)
          .as("the longest that a picture stood still, in ms")
          .isLessThan(
              Math.max(quiet.worstGapMillis, busy.stallMillis)
                  + FRAMES_ALLOWED * 1000L / FRAMES_PER_SECOND);
      assertThat(busy.soundBytesASecond)
          .as("bytes of sound a second")
          .isGreaterThan(Math.round(SOUND * quiet.soundBytesASecond));
    }
    Room.await(letters::haveArrived, () -> "letters " + letters.missing());
    letters.checkOrder();
  }

  /// Both come at once, are seen and heard, and go.
  private void visit() throws Exception {
    visitors.forEach(Person::join);
    List<Person> all = new ArrayList<>(standing);
    all.addAll(visitors);
    standing.forEach(person -> letters.write(person, standing));
    Room.await(() -> Room.isSettled(all, List.of()), () -> "five\n" + all);
    standing.forEach(person -> letters.write(person, standing));
    visitors.forEach(visitor -> visitor.call().leave());
    standing.forEach(person -> letters.write(person, standing));
    Room.await(() -> Room.isSettled(standing, visitors), () -> "three again\n" + all);
  }

  private interface Happening {
    void happen() throws Exception;
  }

  /// What those who stand saw and heard of each other, the worst of all of them: the most frames
  /// that followed each other's number too late, the longest time between two, the least sound; and
  /// how long the machine let a thread wait meanwhile.
  private record Stretch(
      int worstStep, long worstGapMillis, long soundBytesASecond, long stallMillis) {}

  private Stretch stretch(Pulse pulse, Happening happening) throws Exception {
    eyes.values().forEach(Eyes::take);
    pulse.takeLongest();
    Map<String, Long> soundBefore = sound();
    long start = System.nanoTime();
    happening.happen();
    Map<String, Long> soundAfter = sound();
    double seconds = (System.nanoTime() - start) / 1e9;
    int worstStep = 0;
    long worstGap = 0;
    for (Map.Entry<String, Eyes> entry : eyes.entrySet()) {
      List<Eyes.Sight> seen = entry.getValue().take();
      assertThat(seen).as("pictures %s", entry.getKey()).hasSizeGreaterThan(FRAMES_PER_SECOND);
      for (int i = 1; i < seen.size(); i++) {
        int step = Math.floorMod(seen.get(i).place() - seen.get(i - 1).place(), FRAMES);
        assertThat(step).as("order of the pictures %s", entry.getKey()).isBetween(1, FRAMES / 2);
        worstStep = Math.max(worstStep, step);
        worstGap = Math.max(worstGap, seen.get(i).nanos() - seen.get(i - 1).nanos());
      }
    }
    long least =
        soundAfter.entrySet().stream()
            .mapToLong(it -> it.getValue() - soundBefore.getOrDefault(it.getKey(), 0L))
            .min()
            .orElseThrow();
    return new Stretch(
        worstStep,
        worstGap / 1_000_000,
        Math.round(least / seconds),
        pulse.takeLongest() / 1_000_000);
  }

  private Map<String, Long> sound() throws Exception {
    Map<String, Long> all = new HashMap<>();
    for (Person person : standing) {
      Map<String, Long> received = person.soundReceived();
      standing.stream()
          .filter(other -> other != person)
          .forEach(
              other ->
                  all.put(
                      other.name + " to " + person.name, received.getOrDefault(other.name, 0L)));
    }
    return all;
  }
}
