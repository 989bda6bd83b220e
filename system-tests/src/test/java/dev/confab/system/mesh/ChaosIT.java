package dev.confab.system.mesh;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.confab.client.call.CameraChoice;
import dev.confab.client.media.FrameStamp;
import dev.confab.server.ServerConfig;
import dev.confab.server.SignalingServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Six people in one process, and a hundred rounds of whatever can happen to them.
///
/// `-Dconfab.chaos.seed=N` plays the rounds of an earlier run again, `-Dconfab.chaos.rounds=N` more
/// or fewer of them.
class ChaosIT {
  private static final List<String> NAMES = List.of("Anna", "Ben", "Carla", "Dora", "Emil", "Fred");
  private static final long SEED = Long.getLong("confab.chaos.seed", 20_261_125L);
  private static final int ROUNDS = Integer.getInteger("confab.chaos.rounds", 100);

  private static final int FRAMES_PER_SECOND = 5;
  private static final int FRAMES = 10;

  /// Until then code is compiled and caches fill.
  private static final int WARM = Math.min(30, ROUNDS / 2);

  /// Bytes. What the library itself still keeps of a connection is a third of this
  /// (docs/webrtc-java.md); without `ForgottenReference` it is more.
  private static final long MOST_A_CONNECTION = 50_000;

  @TempDir private Path folder;
  private volatile SignalingServer server;
  private final List<Person> people = new ArrayList<>();

  @BeforeEach
  void serve() throws Exception {
    assumeTrue(OwnProcess.canBeRead(), "reads /proc and asks the GNU C library: Linux");
    server = startServer();
  }

  private static SignalingServer startServer() throws Exception {
    return SignalingServer.start(
        ServerConfig.defaults().withAddress("127.0.0.1", 0).withRoomSize(NAMES.size()));
  }

  private int port() {
    return server.port();
  }

  @AfterEach
  void close() throws Exception {
    for (Person person : people) {
      person.close();
    }
    people.clear();
    if (server != null) {
      server.close();
    }
  }

  @Test
  void whateverHappensInTheEndEveryoneSeesExactlyEveryone() throws Exception {
    System.out.printf("-Dconfab.chaos.seed=%d -Dconfab.chaos.rounds=%d%n", SEED, ROUNDS);
    callOfTwo();
    List<String> threads = OwnProcess.threads();
    List<String> handles = OwnProcess.handles();

    Chaos chaos = new Chaos(SEED, people, engines());
    for (int round = 1; round <= WARM; round++) {
      chaos.round(round);
    }
    Memory before = afterACallOfAll(chaos);
    for (int round = WARM + 1; round <= ROUNDS; round++) {
      chaos.round(round);
    }
    afterACallOfAll(chaos);
    Memory after = released(before);
    System.out.println(before.until(after));

    for (Person person : people) {
      person.close();
    }
    people.clear();
    Room.await(
        () -> OwnProcess.added(threads, OwnProcess.threads()).isEmpty(),
        () -> "left over: threads " + OwnProcess.added(threads, OwnProcess.threads()));
    Room.await(
        () -> OwnProcess.added(handles, OwnProcess.handles()).isEmpty(),
        () -> "left over: handles " + OwnProcess.added(handles, OwnProcess.handles()));
  }

  /// Waits until no more is left behind than may be: buffers are given back a while after the
  /// collector has found them. What leaks never is.
  private Memory released(Memory before) throws Exception {
    AtomicReference<Memory> now = new AtomicReference<>(before);
    Room.await(
        () -> {
          now.set(Memory.now(people));
          return before.bytesAConnection(now.get()) < MOST_A_CONNECTION;
        },
        () -> "native memory that a connection leaves behind: " + before.until(now.get()));
    return now.get();
  }

  /// What a first call begins for the whole process is not left over by the ones that follow.
  private void callOfTwo() throws Exception {
    Path clip = new Clip(9, FRAMES_PER_SECOND, FRAMES).write(folder.resolve("first.y4m"));
    try (Person anna = new Person("Anna", this::port, clip);
        Person ben = new Person("Ben", this::port, clip)) {
      anna.join();
      ben.join();
      Room.await(
          () -> Room.isSettled(List.of(anna, ben), List.of()),
          () -> "a call\n" + anna + "\n" + ben);
      Room.await(() -> anna.look("Ben").isPresent(), () -> "a picture");
    }
  }

  private Map<Person, List<Path>> engines() throws Exception {
    Map<Person, List<Path>> clips = new HashMap<>();
    for (String name : NAMES) {
      Path first = clip(people.size()).write(folder.resolve(name + ".y4m"));
      Path second = Files.copy(first, folder.resolve(name + "-again.y4m"));
      Person person = new Person(name, this::port, first);
      people.add(person);
      clips.put(person, List.of(first, second));
    }
    return clips;
  }

  private static Clip clip(int index) {
    return new Clip(index + 1, FRAMES_PER_SECOND, FRAMES);
  }

  /// Everyone is in, and it is a whole call; then everyone has left, and what is still held is of
  /// connections that were closed.
  private Memory afterACallOfAll(Chaos chaos) throws Exception {
    chaos.allIn();
    everyoneIsSeenByEveryone(chaos);
    everyoneIsReadByEveryone(chaos);
    chaos.allOut();
    return Memory.now(people);
  }

  private void everyoneIsSeenByEveryone(Chaos chaos) throws Exception {
    for (Person person : people) {
      person.call().setCameraOff(false);
      person.call().chooseCamera(new CameraChoice.Clip(folder.resolve(person.name + ".y4m")));
    }
    chaos.settle();
    for (Person person : people) {
      for (Person other : people) {
        if (person != other) {
          awaitPicture(person, other, chaos);
        }
      }
    }
  }

  /// Of the right one, and it moves.
  private void awaitPicture(Person person, Person other, Chaos chaos) throws Exception {
    Clip clip = clip(people.indexOf(other));
    Set<FrameStamp> seen = new HashSet<>();
    Room.await(
        () -> {
          person.look(other.name).filter(clip::shows).ifPresent(seen::add);
          return seen.size() > 2;
        },
        () ->
            "the picture of %s at %s, seen %s%n%s".formatted(other.name, person.name, seen, chaos));
  }

  private void everyoneIsReadByEveryone(Chaos chaos) throws Exception {
    for (int line = 0; line < 5; line++) {
      people.forEach(chaos::write);
    }
    chaos.settle();
  }

  /// What malloc has handed out, what is resident, and how many connections had been made so far.
  private record Memory(long allocated, long resident, int connections) {
    static Memory now(List<Person> people) {
      return new Memory(
          OwnProcess.allocatedBytes(),
          OwnProcess.residentBytes(),
          people.stream().mapToInt(Person::connectionsMade).sum());
    }

    /// All that were made in between have been closed.
    long bytesAConnection(Memory later) {
      return (later.allocated - allocated) / Math.max(1, later.connections - connections);
    }

    String until(Memory later) {
      return "%d connections made and closed; native memory %d to %d kB, %d kB each; resident %d to %d kB"
          .formatted(
              later.connections - connections,
              allocated / 1000,
              later.allocated / 1000,
              bytesAConnection(later) / 1000,
              resident / 1000,
              later.resident / 1000);
    }
  }
}
