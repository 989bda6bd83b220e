package dev.confab.installer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.system.Program;
import java.awt.AWTException;
import java.awt.Robot;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Somebody with a home of their own, a name in Confab, and no devices, who clicks links and
/// presses Enter.
record Person(Path home) {
  static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final String PROGRAM = "/opt/confab/runtime/bin/confab";

  static Person at(Path home, String name) throws IOException {
    Person person = new Person(home);
    Files.createDirectories(person.settings().getParent());
    Files.writeString(
        person.settings(), "name=%s\ncamera=none\nmicrophone=none\nspeaker=none\n".formatted(name));
    return person;
  }

  Path settings() {
    return home.resolve(".config/confab/confab.properties");
  }

  Map<String, String> environment() {
    return Map.of("HOME", home.toString(), "XDG_CONFIG_HOME", home.resolve(".config").toString());
  }

  /// Clicks the link of the room `garden` of the server at that address.
  Program open(String address) throws Exception {
    String link = address.replaceFirst("ws:", "confab:") + "/garden?insecure";
    return Program.start(
        "The link", List.of("xdg-open", link), environment(), home.resolve("link.log"));
  }

  /// What xdg-open started is nobody's child here: it is found by its environment.
  void endWindows() throws Exception {
    List<ProcessHandle> windows = ProcessHandle.allProcesses().filter(this::isOurs).toList();
    assertThat(windows).as("windows of " + home).isNotEmpty();
    windows.forEach(ProcessHandle::destroy);
    for (ProcessHandle window : windows) {
      window.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private boolean isOurs(ProcessHandle process) {
    try {
      Path environment = Path.of("/proc", Long.toString(process.pid()), "environ");
      return process.info().command().orElse("").equals(PROGRAM)
          && Files.readString(environment, StandardCharsets.ISO_8859_1)
              .contains("HOME=" + home + "\0");
    } catch (IOException goneMeanwhile) {
      return false;
    }
  }

  /// Into the window that has the focus.
  static void pressEnterUntil(Program other, String line)
      throws AWTException, InterruptedException {
    Robot robot = new Robot();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (other.said().stream().noneMatch(it -> it.startsWith(line))) {
      assertThat(System.nanoTime()).as("the time until " + line).isLessThan(end);
      robot.keyPress(KeyEvent.VK_ENTER);
      robot.keyRelease(KeyEvent.VK_ENTER);
      TimeUnit.MILLISECONDS.sleep(500);
    }
  }

  /// Until a window of this person's takes links.
  void awaitListening() throws InterruptedException {
    UnixDomainSocketAddress socket =
        UnixDomainSocketAddress.of(settings().resolveSibling("links/socket"));
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!answers(socket)) {
      assertThat(System.nanoTime()).as("the time until links are taken").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private static boolean answers(UnixDomainSocketAddress socket) {
    try (SocketChannel channel = SocketChannel.open(socket)) {
      return channel.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }
}
