package dev.confab.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.server.ServerConfig;
import dev.confab.server.SignalingServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A machine without a camera and without a sound system.
class NoDevicesIT {
  @TempDir private Path folder;

  @BeforeEach
  void possible() {
    Desk.assumePossible();
  }

  @Test
  void theCallStandsAndTheWordsSayWhatIsMissing() throws Exception {
    Desk bare = Desk.withoutAnything(folder);
    try (SignalingServer server =
            SignalingServer.start(ServerConfig.defaults().withAddress("127.0.0.1", 0));
        Caller anna =
            Caller.start(
                bare.command(), server.address(), "r", "Anna", List.of("any", "any", "any"));
        Caller ben =
            Caller.start(
                List.of(), server.address(), "r", "Ben", List.of("pattern", "tone", "none"))) {
      anna.awaitConnected();
      Figures told = anna.await("the other's picture", now -> now.peer().number("frames") > 10);
      assertThat(told.text("cameraProblem"))
          .isEqualTo("No camera found. Plug one in, or choose the test picture.");
      assertThat(told.text("microphoneProblem"))
          .startsWith("This computer has no sound.")
          .isEqualTo(told.text("speakerProblem"));
      anna.tell("chat can you read me?");
      ben.await("chat", now -> now.text("chat").equals("can you read me?"));
      Figures seen = ben.awaitConnected();
      assertThat(seen.peer().flag("camera")).isFalse();
      assertThat(seen.peer().flag("microphone")).isFalse();

      bare.plugIn(0, "Front Camera", "170 60 60");
      ben.awaitColour(new Caller.Colour(170, 60, 60));
    }
  }
}
