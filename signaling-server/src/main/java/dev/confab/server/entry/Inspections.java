package dev.confab.server.entry;

import dev.confab.server.room.Finding;
import dev.confab.server.room.Inspection;
import dev.confab.server.room.Inspector;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread on which passwords and invitations are looked at, in a [FairLine], and for half
/// of the time at most: guesses from many addresses leave the rest of the machine to those who are
/// in a room.
public final class Inspections implements AutoCloseable {
  static final int MAX_WAITING = 64;

  private static final Logger LOG = LoggerFactory.getLogger("confab.server");

  private final Inspector inspector;
  private final Rest rest;
  private final FairLine line = new FairLine("passwords", MAX_WAITING, System::nanoTime);

  public Inspections(Inspector inspector) {
    this(inspector, new Rest(System::nanoTime, Thread::sleep));
  }

  Inspections(Inspector inspector, Rest rest) {
    this.inspector = inspector;
    this.rest = rest;
  }

  /// `address` is that of whoever wants it. `answer` is called on the thread of this class; or at
  /// once, where too many wait.
  public void submit(String address, Inspection inspection, Consumer<Finding> answer) {
    line.submit(
        address,
        () -> rest.after(() -> answer.accept(inspect(inspection))),
        () -> answer.accept(new Finding.Busy()));
  }

  private Finding inspect(Inspection inspection) {
    try {
      return inspector.inspect(inspection);
    } catch (RuntimeException bug) {
      LOG.atError().addKeyValue("event", "failed").setCause(bug).log("a bug in an inspection");
      return new Finding.Busy();
    }
  }

  @Override
  public void close() {
    line.close();
  }
}
