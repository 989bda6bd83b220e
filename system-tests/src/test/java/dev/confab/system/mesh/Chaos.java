package dev.confab.system.mesh;

import dev.confab.client.call.CameraChoice;
import dev.confab.client.call.MicrophoneChoice;
import dev.confab.client.call.Phase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// What people and networks do, at random: rounds of joins, leaves, switches, chat and cut sockets,
/// some waited for, some not. The same seed makes the same rounds.
final class Chaos {
  private static final int MOST_AT_ONCE = 4;

  private final Random random;
  private final List<Person> people;
  private final Map<Person, List<Path>> clips;
  private final Letters letters;
  private final Set<Person> inside = new LinkedHashSet<>();
  private final Set<Person> shut = new LinkedHashSet<>();
  private final List<String> diary = new ArrayList<>();

  Chaos(long seed, List<Person> people, Map<Person, List<Path>> clips) {
    this.random = new Random(seed);
    this.people = people;
    this.clips = clips;
    this.letters = new Letters();
  }

  void round(int number) throws InterruptedException {
    diary.add("round " + number);
    List<Person> chosen = new ArrayList<>(people);
    Collections.shuffle(chosen, random);
    for (Person person : chosen.subList(0, 1 + random.nextInt(MOST_AT_ONCE))) {
      if (inside.contains(person)) {
        something(person);
      } else {
        join(person);
      }
    }
    if (random.nextInt(10) < 6) {
      settle();
    }
  }

  /// Those who are outside come in, and every way to the server is open.
  void allIn() throws InterruptedException {
    diary.add("all in");
    people.stream().filter(person -> !inside.contains(person)).forEach(this::join);
    settle();
  }

  void allOut() throws InterruptedException {
    diary.add("all out");
    List.copyOf(inside).forEach(this::leave);
    settle();
  }

  /// Until everything that was begun is done.
  void settle() throws InterruptedException {
    diary.add("settle");
    shut.forEach(person -> person.gate.open());
    shut.clear();
    List<Person> in = List.copyOf(inside);
    List<Person> out = people.stream().filter(person -> !inside.contains(person)).toList();
    Room.await(() -> Room.isSettled(in, out), () -> "everyone sees exactly everyone\n" + this);
    Room.await(letters::haveArrived, () -> "letters " + letters.missing() + "\n" + this);
    letters.checkOrder();
    letters.settled();
  }

  private void something(Person person) throws InterruptedException {
    switch (random.nextInt(20)) {
      case 0, 1, 2 -> leave(person);
      case 3 -> {
        leave(person);
        join(person);
      }
      case 4, 5 -> mute(person);
      case 6, 7 -> cameraOff(person);
      case 8, 9, 10 -> camera(person);
      case 11 -> microphone(person);
      case 12 -> hand(person);
      case 13, 14, 15, 16 -> write(person);
      case 17, 18 -> cut(person);
      default -> shut(person);
    }
  }

  private void join(Person person) {
    diary.add(person.name + " joins");
    inside.add(person);
    letters.comesOrGoes(person);
    person.join();
  }

  private void leave(Person person) {
    diary.add(person.name + " leaves");
    inside.remove(person);
    letters.comesOrGoes(person);
    person.call().leave();
  }

  private void mute(Person person) {
    boolean muted = random.nextBoolean();
    diary.add(person.name + (muted ? " mutes" : " unmutes"));
    person.call().setMicrophoneMuted(muted);
  }

  private void cameraOff(Person person) {
    boolean off = random.nextBoolean();
    diary.add(person.name + (off ? "'s camera off" : "'s camera on"));
    person.call().setCameraOff(off);
  }

  /// The large test picture only for one at a time: two cores bear no more.
  private void camera(Person person) {
    boolean patternIsFree =
        people.stream()
            .flatMap(other -> other.snapshot().stream())
            .noneMatch(now -> now.local().camera() instanceof CameraChoice.Pattern);
    List<Path> own = clips.getOrDefault(person, List.of());
    CameraChoice choice =
        switch (random.nextInt(4)) {
          case 0 -> new CameraChoice.None();
          case 1 -> new CameraChoice.Clip(own.getFirst());
          case 2 -> new CameraChoice.Clip(own.getLast());
          default ->
              patternIsFree ? new CameraChoice.Pattern() : new CameraChoice.Clip(own.getFirst());
        };
    diary.add(person.name + " shows " + choice);
    person.call().chooseCamera(choice);
  }

  private void microphone(Person person) {
    MicrophoneChoice choice =
        random.nextBoolean() ? new MicrophoneChoice.Tone() : new MicrophoneChoice.None();
    diary.add(person.name + " speaks by " + choice);
    person.call().chooseMicrophone(choice);
  }

  private void hand(Person person) {
    boolean raised = random.nextBoolean();
    diary.add(person.name + (raised ? " raises a hand" : " lowers the hand"));
    person.call().raiseHand(raised);
  }

  void write(Person person) {
    for (int line = random.nextInt(3); line >= 0; line--) {
      diary.add(person.name + " writes");
      letters.write(person, people);
    }
  }

  /// Once in: on the way in, the first failure is told to the person, who decides.
  private void cut(Person person) {
    if (person.inCall().isPresent()) {
      diary.add(person.name + "'s socket is cut");
      person.gate.cut();
    }
  }

  private void shut(Person person) throws InterruptedException {
    if (person.inCall().isEmpty()) {
      return;
    }
    diary.add(person.name + "'s way to the server is shut");
    person.gate.shut();
    shut.add(person);
    Room.await(
        () -> person.inCall().filter(call -> call.serverLink() != Phase.ServerLink.UP).isPresent(),
        () -> person.name + " notices\n" + this);
  }

  @Override
  public String toString() {
    StringBuilder all = new StringBuilder();
    people.forEach(person -> all.append(person).append('\n'));
    diary.reversed().stream()
        .limit(60)
        .toList()
        .reversed()
        .forEach(it -> all.append(it).append("; "));
    return all.toString();
  }
}
