package dev.confab.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// One started program. What it writes to standard error goes to a file; what it writes to standard
/// output is read here. It is told to end before it is made to.
public final class Program implements AutoCloseable {
  private static final long END_SECONDS = 8;

  /// What the native library writes at every end of a process; it says nothing.
  private static final List<String> NOISE = List.of("VM attach current thread", "Failed to attach");

  private final String name;
  private final Process process;
  private final Path log;
  private final Writer commands;
  private final LinkedBlockingQueue<String> output = new LinkedBlockingQueue<>();
  private final List<String> said = new CopyOnWriteArrayList<>();

  private Program(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.commands = process.outputWriter(Charset.defaultCharset());
  }

  public static Program start(
      String name, List<String> command, Map<String, String> environment, Path log)
      throws DemoException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
    builder.environment().putAll(environment);
    try {
      Program program = new Program(name, builder.start(), log);
      Thread.ofVirtual().name("output-of-" + name).start(program::readOutput);
      return program;
    } catch (IOException e) {
      throw new DemoException(name + " does not start: " + e.getMessage(), e);
    }
  }

  private void readOutput() {
    try (BufferedReader lines = process.inputReader(Charset.defaultCharset())) {
      lines
          .lines()
          .forEach(
              line -> {
                said.add(line);
                output.add(line);
              });
    } catch (IOException | UncheckedIOException e) {
      output.add("(its output broke off: " + e.getMessage() + ")");
    }
  }

  String name() {
    return name;
  }

  /// All lines of its output so far.
  public List<String> said() {
    return List.copyOf(said);
  }

  /// Waits for the next line of its output that begins so.
  public String awaitLine(String beginning, Duration limit)
      throws DemoException, InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (System.nanoTime() < end) {
      String line = output.poll(100, TimeUnit.MILLISECONDS);
      if (line == null) {
        requireAlive();
      } else if (line.startsWith(beginning)) {
        return line;
      }
    }
    throw new DemoException(
        "%s did not say \"%s\" within %d s.".formatted(name, beginning, limit.toSeconds()));
  }

  public void requireAlive() throws DemoException {
    if (!process.isAlive()) {
      throw new DemoException(
          "%s ended too early, with exit status %d. %s"
              .formatted(name, process.exitValue(), lastWords()));
    }
  }

  private String lastWords() {
    String words = said.isEmpty() ? "" : said.getLast();
    try {
      for (String line : Files.readAllLines(log, Charset.defaultCharset())) {
        if (!line.isBlank() && NOISE.stream().noneMatch(line::contains)) {
          words = line;
        }
      }
    } catch (IOException e) {
      words = "";
    }
    return (words.isEmpty() ? "" : "Its last words: " + words + "\n") + "See " + log;
  }

  public void tell(String command) throws DemoException {
    try {
      commands.write(command + "\n");
      commands.flush();
    } catch (IOException e) {
      requireAlive();
      throw new DemoException(name + " takes no commands: " + e.getMessage(), e);
    }
  }

  /// Waits until it has ended, and answers its exit status.
  public int exitStatus(Duration limit) throws DemoException, InterruptedException {
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new DemoException("%s did not end within %d s.".formatted(name, limit.toSeconds()));
    }
    return process.exitValue();
  }

  /// Waits until it has ended by itself.
  public void awaitEnd(Duration limit) throws DemoException, InterruptedException {
    if (exitStatus(limit) != 0) {
      throw new DemoException(
          "%s ended with exit status %d. %s".formatted(name, process.exitValue(), lastWords()));
    }
  }

  /// Any thread, also more than once: it has ended when this returns.
  @Override
  public void close() {
    process.toHandle().destroy();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
