package dev.confab.bench.server;

import dev.confab.system.bench.BenchmarkException;
import dev.confab.system.bench.Child;
import dev.confab.system.bench.ProcessUse;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A server that is measured, while it runs.
public final class Server implements AutoCloseable {
  private static final String LISTENING = "Listening on ";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Contender contender;
  private final Child child;
  private final int port;

  private Server(Contender contender, Child child, int port) {
    this.contender = contender;
    this.child = child;
    this.port = port;
  }

  /// It listens when this returns. `javaOptions` are for Confab alone.
  public static Server start(
      Contender contender, Programs programs, Cores cores, Path log, List<String> javaOptions)
      throws BenchmarkException, InterruptedException {
    List<String> command = cores.server(programs.command(contender, javaOptions));
    Child child = Child.start(command, Map.of("NODE_ENV", "production"), log);
    try {
      child.await("listening", PATIENCE, () -> said(child, LISTENING).isPresent());
      String address = said(child, LISTENING).orElseThrow();
      return new Server(contender, child, URI.create(address).getPort());
    } catch (BenchmarkException | InterruptedException | RuntimeException e) {
      child.close();
      throw e;
    }
  }

  private static Optional<String> said(Child child, String beginning) throws BenchmarkException {
    return child.lines().stream()
        .filter(line -> line.startsWith(beginning))
        .map(line -> line.substring(beginning.length()))
        .reduce((_, last) -> last);
  }

  public Contender contender() {
    return contender;
  }

  public int port() {
    return port;
  }

  public long pid() {
    return child.pid();
  }

  public ProcessUse use() throws BenchmarkException {
    return ProcessUse.of(child.pid());
  }

  /// Bytes of heap that are in use after a full collection. Takes a second or two, and is for
  /// another thread than that of the members, who go on meanwhile.
  public long heapBytes() throws BenchmarkException, InterruptedException {
    return contender.runsOnNode() ? heapOfNode() : JavaHeap.liveBytes(child.pid());
  }

  /// Bytes that Java has taken for all but the heap; the server was started with
  /// `-XX:NativeMemoryTracking=summary`.
  public long nativeBytes() throws BenchmarkException {
    return JavaHeap.nativeBytes(child.pid());
  }

  private long heapOfNode() throws BenchmarkException, InterruptedException {
    String beginning = "heap ";
    long before = count(beginning);
    Text.of(List.of("kill", "-USR2", Long.toString(child.pid())));
    child.await("telling its heap", PATIENCE, () -> count(beginning) > before);
    return Long.parseLong(said(child, beginning).orElseThrow());
  }

  private long count(String beginning) throws BenchmarkException {
    return child.lines().stream().filter(line -> line.startsWith(beginning)).count();
  }

  @Override
  public void close() {
    child.close();
  }
}
