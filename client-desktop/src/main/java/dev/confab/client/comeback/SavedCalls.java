package dev.confab.client.comeback;

import dev.confab.client.call.WayBack;
import dev.confab.protocol.ResumeToken;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder of the calls that go on, or that a program did not survive: a file for each process
/// of this person's. All methods wait for the disk.
public final class SavedCalls {
  /// For so long after its last moment one can come back into a call.
  public static final Duration LIFE = Duration.ofMinutes(2);

  private static final Logger LOG = LoggerFactory.getLogger(SavedCalls.class);
  private static final int MAX_FILES = 100;

  private final Path folder;
  private final Clock clock;
  private final Predicate<Run> runsElsewhere;

  public SavedCalls(Path folder, Clock clock) {
    this(folder, clock, Run::runsElsewhere);
  }

  SavedCalls(Path folder, Clock clock, Predicate<Run> runsElsewhere) {
    this.folder = folder;
    this.clock = clock;
    this.runsElsewhere = runsElsewhere;
  }

  /// The file that holds the calls of this run.
  PrivateFile fileOf(Run run) {
    return new PrivateFile(folder.resolve(run.pid() + ".properties"));
  }

  Instant now() {
    return clock.instant();
  }

  /// The way back into the call that was left last. What is too old goes; what belongs to another
  /// window that is still open stays, and is none of our business.
  public Optional<WayBack> newest() {
    @Nullable SavedCall newest = null;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      int looked = 0;
      for (Path path : files) {
        SavedCall call = ++looked > MAX_FILES ? null : left(new PrivateFile(path));
        if (call != null && (newest == null || call.at().isAfter(newest.at()))) {
          newest = call;
        }
      }
    } catch (NoSuchFileException e) {
      return Optional.empty(); // no call has ever been made
    } catch (IOException | DirectoryIteratorException e) {
      LOG.warn("Calls that were left are not found: {}", e.toString());
    }
    return Optional.ofNullable(newest).map(SavedCall::wayBack);
  }

  private @Nullable SavedCall left(PrivateFile file) throws IOException {
    Optional<SavedCall> read = read(file);
    if (read.isPresent() && runsElsewhere.test(read.get().run())) {
      return null;
    }
    Instant at = read.map(SavedCall::at).orElse(Instant.EPOCH);
    if (read.isEmpty()) {
      at = Files.getLastModifiedTime(file.path()).toInstant(); // it may just be being written
    }
    if (Duration.between(at, now()).abs().compareTo(LIFE) > 0) {
      file.delete();
      return null;
    }
    return read.orElse(null);
  }

  /// Takes away what holds this ticket.
  void forget(ResumeToken ticket) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path path : files) {
        PrivateFile file = new PrivateFile(path);
        if (read(file).filter(call -> call.wayBack().ticket().equals(ticket)).isPresent()) {
          file.delete();
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      LOG.warn("A call that was left is not forgotten: {}", e.toString());
    }
  }

  private static Optional<SavedCall> read(PrivateFile file) {
    try {
      return SavedCall.of(file.read());
    } catch (IOException rubbish) {
      LOG.debug("Not a saved call: {}", file.path().getFileName());
      return Optional.empty();
    }
  }
}
