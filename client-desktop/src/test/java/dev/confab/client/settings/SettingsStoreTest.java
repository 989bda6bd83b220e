package dev.confab.client.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.settings.Settings.Check;
import dev.confab.client.settings.Settings.Updates;
import dev.confab.client.settings.Settings.WindowSize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsStoreTest {
  @TempDir Path folder;
  private final Queue<Runnable> tasks = new ArrayDeque<>();

  private SettingsFile file() {
    return new SettingsFile(folder.resolve("confab.properties"));
  }

  private SettingsStore store() {
    return new SettingsStore(file(), Settings.DEFAULTS, tasks::add);
  }

  @Test
  void aBurstOfChangesIsWrittenOnceAndInFull() throws IOException {
    SettingsStore store = store();
    for (int i = 0; i < 100; i++) {
      int width = 500 + i;
      store.update(all -> all.withWindow(new WindowSize(width, 400)));
    }

    assertThat(tasks).hasSize(1);
    Objects.requireNonNull(tasks.poll()).run();
    assertThat(file().read().window()).isEqualTo(new WindowSize(599, 400));
  }

  @Test
  void aChangeThatChangesNothingIsNotWritten() {
    store().update(all -> all.withWindow(Settings.DEFAULTS.window()));

    assertThat(tasks).isEmpty();
  }

  /// Who switches something off in one window does not find it on again because of another.
  @Test
  void twoWindowsDoNotTakeBackWhatTheOtherHasChanged() throws IOException {
    SettingsStore one = new SettingsStore(file(), Settings.DEFAULTS, Runnable::run);
    SettingsStore other = new SettingsStore(file(), Settings.DEFAULTS, Runnable::run);

    one.update(all -> all.withUpdates(new Updates(Check.OFF, "")));
    other.update(all -> all.withWindow(new WindowSize(500, 400)));

    assertThat(file().read().updates().check()).isEqualTo(Check.OFF);
    assertThat(file().read().window()).isEqualTo(new WindowSize(500, 400));
    assertThat(other.latest().updates().check()).isEqualTo(Check.OFF);
  }

  @Test
  void aFolderThatCannotBeMadeDisturbsNobody() throws IOException {
    file().write(Settings.DEFAULTS);
    SettingsFile below = new SettingsFile(file().path().resolve("confab.properties"));
    SettingsStore store = new SettingsStore(below, Settings.DEFAULTS, Runnable::run);

    store.update(all -> all.withWindow(new WindowSize(500, 400)));

    assertThat(store.current().window()).isEqualTo(new WindowSize(500, 400));
  }
}
