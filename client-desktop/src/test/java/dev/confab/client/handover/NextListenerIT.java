package dev.confab.client.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.ConfabLink;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several windows, each a process: a lock is one of a process.
class NextListenerIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path home;
  private final List<Process> windows = new ArrayList<>();

  /// A window that has no screen: listens, and answers with its number whom it has taken.
  public static final class Window {
    private Window() {}

    public static void main(String[] arguments) throws IOException {
      LinkListener.start(
          new MeetingPlace(Path.of(arguments[0])),
          Runnable::run,
          link -> {
            System.out.println(link.room());
            return true;
          });
      int _ = System.in.read();
    }
  }

  @AfterEach
  void end() {
    windows.forEach(Process::destroyForcibly);
  }

  private void open() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    windows.add(
        new ProcessBuilder(java, "-cp", classPath, Window.class.getName(), home.toString() + "/l")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /// Sends until somebody takes it.
  private void send(String room) throws Exception {
    ConfabLink link = ConfabLink.parse("confab://localhost/" + room);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (LinkSender.send(new MeetingPlace(home.resolve("l")), link, PATIENCE) != Answer.TAKEN) {
      assertThat(System.nanoTime()).as("somebody listens in time").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /// Kills the one that has taken `room`, and answers what it had taken.
  private List<String> killWhoTook() throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      for (Process window : List.copyOf(windows)) {
        if (window.getInputStream().available() > 0) {
          windows.remove(window);
          assertThat(window.toHandle().destroyForcibly())
              .isTrue(); // what it said can be read still
          try (BufferedReader said = window.inputReader()) {
            return said.readAllLines();
          }
        }
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    throw new AssertionError("nobody has taken it");
  }

  @Test
  void ofThoseThatStartAtOnceOneListensAndAnotherWhenItIsKilled() throws Exception {
    for (int i = 0; i < 3; i++) {
      open();
    }
    for (String room : List.of("a", "b", "c")) {
      send(room);
      send(room);
      assertThat(killWhoTook()).containsExactly(room, room);
    }
    assertThat(windows).isEmpty();
  }
}
