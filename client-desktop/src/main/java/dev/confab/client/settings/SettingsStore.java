package dev.confab.client.settings;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The settings as they are in this window, and their way to the disk: what changes is written by
/// the executor it was given, a burst of changes once, over what other windows have written
/// meanwhile. May be used from any thread; never waits, but in [#latest].
public final class SettingsStore {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);

  private final SettingsFile file;
  private final Executor writer;
  private final AtomicReference<Settings> current;
  private final AtomicBoolean pending = new AtomicBoolean();
  private final Queue<UnaryOperator<Settings>> changes = new ConcurrentLinkedQueue<>();

  /// Changes that are not on the disk yet, in their order; the writer's own.
  private final List<UnaryOperator<Settings>> unwritten = new ArrayList<>();

  /// `writer` runs one task at a time, on a thread that may wait. Who owns it lets it finish at
  /// shutdown.
  public SettingsStore(SettingsFile file, Settings initial, Executor writer) {
    this.file = file;
    this.writer = writer;
    this.current = new AtomicReference<>(initial);
  }

  public Settings current() {
    return current.get();
  }

  public void update(UnaryOperator<Settings> change) {
    Settings before = current.getAndUpdate(change);
    if (!before.equals(current.get())) {
      changes.add(change);
      if (!pending.getAndSet(true)) {
        writer.execute(this::write);
      }
    }
  }

  /// With what other windows have written; as here where that cannot be read. Waits for the disk.
  public Settings latest() {
    try {
      return file.read();
    } catch (IOException e) {
      LOG.warn("Settings not read: {}", e.toString());
      return current.get();
    }
  }

  private void write() {
    pending.set(false); // first, so that a change from here on is written once more
    while (changes.poll() instanceof UnaryOperator<Settings> change) {
      unwritten.add(change);
    }
    Settings all = latest();
    for (UnaryOperator<Settings> change : unwritten) {
      all = change.apply(all);
    }
    try {
      file.write(all);
      unwritten.clear();
    } catch (IOException e) {
      // Not worth disturbing anyone: the program works, it only forgets.
      LOG.warn("Settings not written: {}", e.toString());
    }
  }
}
