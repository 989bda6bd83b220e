package dev.confab.system;

import java.nio.file.Path;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;

/// Every program that was started and must not be left running: they are ended when this is closed,
/// the last first, and also when the person interrupts.
final class Cast implements AutoCloseable {
  private final Deque<Program> started = new ConcurrentLinkedDeque<>();

  private volatile boolean interrupted;

  Cast() {
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("end").unstarted(this::interrupt));
  }

  private void interrupt() {
    interrupted = true;
    close();
  }

  /// Whether this program has been told to end: what goes wrong from then on is no news.
  boolean interrupted() {
    return interrupted;
  }

  Program start(String name, List<String> command, Map<String, String> environment, Path log)
      throws DemoException {
    Program program = Program.start(name, command, environment, log);
    started.push(program);
    return program;
  }

  @Override
  public void close() {
    started.forEach(Program::close);
  }
}
