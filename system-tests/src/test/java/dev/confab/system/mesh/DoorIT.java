package dev.confab.system.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.Admission;
import dev.confab.client.call.CallFailure;
import dev.confab.client.call.Knocker;
import dev.confab.client.call.Phase;
import dev.confab.client.call.RoomEntry;
import dev.confab.protocol.Door;
import dev.confab.protocol.RoomPassword;
import dev.confab.server.ServerConfig;
import dev.confab.server.SignalingServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A room with a door: whole engines, and the server as it is.
class DoorIT {
  private static final RoomPassword SESAME = new RoomPassword("open sesame");
  private static final Admission PASSWORD = new Admission(SESAME, null, false);
  private static final Admission WRONG =
      new Admission(new RoomPassword("open barley"), null, false);

  @TempDir private Path folder;
  private SignalingServer server;
  private Person anna;
  private Person ben;
  private Person carla;

  @BeforeEach
  void threeAreThere() throws Exception {
    server = listen();
    anna = person("Anna");
    ben = person("Ben");
    carla = person("Carla");
  }

  private static SignalingServer listen() throws Exception {
    return SignalingServer.start(ServerConfig.defaults().withAddress("127.0.0.1", 0));
  }

  private Person person(String name) throws IOException {
    Path clip = new Clip(1, 15, 30).write(folder.resolve(name + ".y4m"));
    return new Person(name, () -> server.port(), clip);
  }

  @AfterEach
  void end() throws Exception {
    anna.close();
    ben.close();
    carla.close();
    server.close();
  }

  private void await(String what, BooleanSupplier condition) throws InterruptedException {
    Room.await(condition, () -> what + "\n" + anna + "\n" + ben + "\n" + carla);
  }

  private static Optional<RoomEntry> entry(Person person) {
    return person.inCall().map(Phase.InCall::entry);
  }

  private static boolean sees(Person person, Predicate<RoomEntry> so) {
    return entry(person).filter(so).isPresent();
  }

  private void awaitOutside(Person person, Class<? extends CallFailure> why)
      throws InterruptedException {
    await(
        person.name + " outside by " + why.getSimpleName(),
        () ->
            person
                .snapshot()
                .filter(now -> now.phase() instanceof Phase.Lobby(var it) && why.isInstance(it))
                .isPresent());
  }

  private Knocker awaitKnock(Person waiting) throws InterruptedException {
    await(
        waiting.name + " at the door",
        () ->
            waiting.snapshot().filter(now -> now.phase() instanceof Phase.Waiting).isPresent()
                && sees(anna, now -> now.knocks().size() == 1));
    Knocker knocker = entry(anna).orElseThrow().knocks().getFirst();
    assertThat(knocker.name()).hasToString(waiting.name);
    return knocker;
  }

  @Test
  void oneComesInByThePasswordAndAnOwnersWordAndGoesByIt() throws Exception {
    anna.join(new Admission(SESAME, null, true));
    await("the door", () -> sees(anna, now -> now.own() && now.door() == Door.KNOCK));
    assertThat(entry(anna).orElseThrow().known()).isEqualTo(SESAME);

    ben.join();
    awaitOutside(ben, CallFailure.PasswordNeeded.class);
    ben.join(WRONG);
    awaitOutside(ben, CallFailure.WrongPassword.class);
    ben.join(PASSWORD);
    anna.call().answerKnock(awaitKnock(ben).id(), true);
    await("the two", () -> Room.isSettled(List.of(anna, ben), List.of()));
    assertThat(sees(anna, now -> now.knocks().isEmpty() && now.refusal() == null)).isTrue();
    assertThat(sees(ben, now -> !now.own() && now.owners().size() == 1)).isTrue();

    carla.join(PASSWORD);
    anna.call().answerKnock(awaitKnock(carla).id(), false);
    awaitOutside(carla, CallFailure.TurnedAway.class);

    anna.call().remove(anna.other("Ben").orElseThrow().peer(), true);
    awaitOutside(ben, CallFailure.Removed.class);
    await("Anna alone", () -> Room.isSettled(List.of(anna), List.of()));
    await("the lock", () -> sees(anna, now -> now.door() == Door.LOCKED));
    carla.join(PASSWORD);
    awaitOutside(carla, CallFailure.RoomLocked.class);
  }

  @Test
  void whoIsNoOwnerIsToldSoAndTheCallGoesOn() throws Exception {
    meet();

    ben.call().setDoor(Door.LOCKED);
    await("a refusal", () -> sees(ben, now -> now.refusal() != null));
    assertThat(Room.isSettled(List.of(anna, ben), List.of())).isTrue();

    anna.call().handOver(anna.other("Ben").orElseThrow().peer());
    await("another owner", () -> sees(ben, RoomEntry::own) && sees(anna, now -> !now.own()));
    ben.call().setDoor(Door.LOCKED);
    await("the lock", () -> sees(anna, now -> now.door() == Door.LOCKED));
  }

  private void meet() throws InterruptedException {
    anna.join();
    await("an owner", () -> sees(anna, RoomEntry::own));
    ben.join();
    await("the two", () -> Room.isSettled(List.of(anna, ben), List.of()));
  }

  @Test
  void aServerThatWasStartedAgainGetsTheRoomBackAsItWas() throws Exception {
    meet();
    anna.call().setPassword(SESAME);
    anna.call().setDoor(Door.LOCKED);
    await(
        "the lock",
        () -> sees(anna, now -> now.door() == Door.LOCKED && SESAME.equals(now.known())));
    int connections = ben.connectionsMade();

    ben.gate.shut(); // Anna is the first to come back
    server.close();
    server = listen();
    await(
        "Anna back",
        () ->
            anna.inCall().filter(now -> now.serverLink() == Phase.ServerLink.UP).isPresent()
                && sees(anna, now -> now.own() && now.door() == Door.OPEN));
    ben.gate.open();

    // she has seen it open: what she sees now is no memory of before
    await(
        "the room as it was", () -> sees(anna, now -> now.door() == Door.LOCKED && now.password()));
    await("the same for Ben", () -> sees(ben, now -> now.door() == Door.LOCKED && now.password()));
    await("the two", () -> Room.isSettled(List.of(anna, ben), List.of()));
    assertThat(ben.connectionsMade()).isEqualTo(connections);
    carla.join();
    awaitOutside(carla, CallFailure.RoomLocked.class);
  }
}
