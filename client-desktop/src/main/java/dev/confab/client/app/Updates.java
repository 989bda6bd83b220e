package dev.confab.client.app;

import dev.confab.client.settings.PropertiesFile;
import dev.confab.client.settings.SettingsFolder;
import dev.confab.client.settings.SettingsStore;
import dev.confab.client.update.BadUpdateException;
import dev.confab.client.update.HttpAnswers;
import dev.confab.client.update.SemanticVersion;
import dev.confab.client.update.UpdateCheck;
import dev.confab.client.update.UpdateMemory;
import dev.confab.client.update.UpdateSource;
import dev.confab.client.update.UpdateWatch;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts together what looks for newer versions.
final class Updates {
  private static final Logger LOG = LoggerFactory.getLogger(Updates.class);

  private Updates() {}

  /// Empty where nothing can be newer than a build without a version.
  static Optional<UpdateWatch> watch(UpdateSource source, Build build, SettingsStore settings) {
    try {
      UpdateCheck check =
          new UpdateCheck(
              source,
              SemanticVersion.parse(build.version()),
              new UpdateMemory(
                  new PropertiesFile(SettingsFolder.ofThisPerson("updates.properties"))),
              new HttpAnswers(),
              Clock.systemUTC());
      return Optional.of(
          new UpdateWatch(
              check,
              // switched off in another window, it is off here too
              () ->
                  source.isWanted(settings.current().updates().check())
                      && source.isWanted(settings.latest().updates().check()),
              new ScheduledThreadPoolExecutor(
                  1, Thread.ofPlatform().name("confab-updates").daemon().factory())));
    } catch (BadUpdateException e) {
      LOG.warn("No updates: the version of this build is {}", build.version());
      return Optional.empty();
    }
  }
}
