package dev.confab.client.settings;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The settings as they are now, and their way to the disk: what changes is written by the executor
/// it was given, a burst of changes once. May be used from any thread; never waits.
public final class SettingsStore {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);

  private final SettingsFile file;
  private final Executor writer;
  private final AtomicReference<Settings> current;
  private final AtomicBoolean pending = new AtomicBoolean();

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
    if (!before.equals(current.get()) && !pending.getAndSet(true)) {
      writer.execute(this::write);
    }
  }

  private void write() {
    pending.set(false); // first, so that a change from here on is written once more
    try {
      file.write(current.get());
    } catch (IOException e) {
      // Not worth disturbing anyone: the program works, it only forgets.
      LOG.warn("Settings not written: {}", e.toString());
    }
  }
}
