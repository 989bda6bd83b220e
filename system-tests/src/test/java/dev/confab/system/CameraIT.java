package dev.confab.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.server.ServerConfig;
import dev.confab.server.SignalingServer;
import dev.confab.system.Caller.Colour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The real capture path, from a V4L2 camera to the other's screen. One call for all of it: Anna
/// sits at a desk with two cameras, Ben has none.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CameraIT {
  private static final Colour FRONT = new Colour(170, 60, 60);
  private static final Colour DESK = new Colour(60, 150, 70);

  private Desk desk;
  private SignalingServer server;
  private Caller anna;
  private Caller ben;

  @BeforeAll
  void call(@TempDir Path folder) throws Exception {
    Desk.assumePossible();
    desk = Desk.withEverything(folder);
    server = SignalingServer.start(ServerConfig.defaults().withAddress("127.0.0.1", 0));
    anna =
        Caller.start(
            desk.command(), server.address(), "r", "Anna", List.of("Front Camera", "none", "none"));
    ben = Caller.start(List.of(), server.address(), "r", "Ben", List.of("pattern", "tone", "none"));
    anna.awaitConnected();
    ben.awaitConnected();
  }

  @AfterAll
  void end() throws Exception {
    for (AutoCloseable each : new AutoCloseable[] {anna, ben, server}) {
      if (each != null) {
        each.close();
      }
    }
  }

  @BeforeEach
  void frontCameraRuns() throws Exception {
    desk.plugIn(0, "Front Camera", "170 60 60");
    desk.plugIn(1, "Desk Camera", "60 150 70");
    anna.await("two cameras", now -> cameras(now).size() == 2);
    anna.tell("camera Front Camera");
    anna.tell("camera-on");
    ben.awaitColour(FRONT);
  }

  private static List<?> cameras(Figures figures) {
    return figures.values().get("cameras") instanceof List<?> cameras ? cameras : List.of();
  }

  @Test
  void theOtherSeesTheCamerasFramesInTheirOrder() throws Exception {
    double first =
        ben.await("a number", now -> number(now) > 0).peer().object("picture").number("number");
    ben.await("a later number", now -> number(now) > first && number(now) < first + 3000);
  }

  private static double number(Figures figures) {
    return figures.peer().object("picture").number("number");
  }

  @Test
  void theNextCameraTakesThePlaceOfTheFirst() throws Exception {
    anna.tell("next-camera");
    ben.awaitColour(DESK);
    anna.tell("next-camera");
    ben.awaitColour(FRONT);
  }

  @Test
  void offGivesTheCameraBackAndTellsTheOther() throws Exception {
    assertThat(openCameras()).isEqualTo(1);
    anna.tell("camera-off");
    ben.await("camera off", now -> !now.peer().flag("camera"));
    anna.await("the device is closed", _ -> openCameras() == 0);
    anna.tell("camera-on");
    ben.await("camera on", now -> now.peer().flag("camera"));
    ben.awaitColour(FRONT);
  }

  /// A camera of the lab is a timer that only it has.
  private long openCameras() {
    Path descriptors = Path.of("/proc/" + anna.engine().pid() + "/fd");
    try (Stream<Path> open = Files.list(descriptors)) {
      return open.filter(CameraIT::isTimer).count();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isTimer(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().equals("anon_inode:[timerfd]");
    } catch (IOException e) {
      return false; // closed meanwhile
    }
  }

  @Test
  void aCameraThatIsPulledOutComesBackWhenItIsPluggedIn() throws Exception {
    desk.unplug(0);
    anna.await(
        "the words",
        now ->
            now.text("cameraProblem").startsWith("Camera unplugged. Plug Front Camera in again"));
    ben.await("camera off", now -> !now.peer().flag("camera"));
    desk.plugIn(0, "Front Camera", "170 60 60");
    ben.await("camera on", now -> now.peer().flag("camera"));
    ben.awaitColour(FRONT);
    anna.await("no problem", now -> now.text("cameraProblem").isEmpty());
  }

  @Test
  void aBusyCameraIsToldAndTheCallStands() throws Exception {
    desk.plugIn(1, "Desk Camera", "busy");
    anna.tell("camera Desk Camera");
    Figures told = anna.await("busy", now -> !now.text("cameraProblem").isEmpty());
    assertThat(told.text("cameraProblem"))
        .isEqualTo(
            "Camera in use. Another program has Desk Camera. Close that program, or choose another"
                + " camera.");
    ben.tell("chat still here?");
    anna.await("chat", now -> now.text("chat").equals("still here?"));
    anna.tell("camera Front Camera");
    ben.awaitColour(FRONT);
  }
}
