package dev.confab.client.ui;

import dev.confab.client.settings.Settings.Check;
import dev.confab.client.settings.Settings.Updates;
import dev.confab.client.settings.SettingsStore;
import dev.confab.client.update.UpdateNotice;
import dev.confab.client.update.UpdateSource;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/// The newer version that the person is told of, and whether they want to be told. Remembers both
/// choices. Nothing is ever shown where the build knows of no updates.
public final class UpdateModel {
  private final SettingsStore settings;
  private final @Nullable UpdateSource source;
  private final BooleanProperty checking = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<@Nullable UpdateNotice> offer = new ReadOnlyObjectWrapper<>();
  private @Nullable UpdateNotice newest;

  public UpdateModel(SettingsStore settings, @Nullable UpdateSource source) {
    this.settings = settings;
    this.source = source;
    checking.set(source != null && source.isWanted(settings.current().updates().check()));
    checking.subscribe((_, on) -> choose(on ? Check.ON : Check.OFF));
  }

  /// There is a newer version.
  public void show(UpdateNotice notice) {
    newest = notice;
    offer();
  }

  /// Not again for this version.
  public void dismiss() {
    if (offer.get() instanceof UpdateNotice notice) {
      String version = notice.version().toString();
      settings.update(all -> all.withUpdates(new Updates(all.updates().check(), version)));
      offer();
    }
  }

  private void choose(Check check) {
    settings.update(all -> all.withUpdates(new Updates(check, all.updates().dismissed())));
    offer();
  }

  private void offer() {
    offer.set(newest != null && checking.get() && !isDismissed(newest) ? newest : null);
  }

  private boolean isDismissed(UpdateNotice notice) {
    return notice.version().toString().equals(settings.current().updates().dismissed());
  }

  /// What is offered; null: nothing.
  public ReadOnlyObjectProperty<@Nullable UpdateNotice> offerProperty() {
    return offer.getReadOnlyProperty();
  }

  /// Whether it is asked for newer versions.
  public BooleanProperty checkingProperty() {
    return checking;
  }

  /// Who is asked; empty: nobody, this build knows of no updates.
  public Optional<String> host() {
    return Optional.ofNullable(source).map(UpdateSource::host);
  }
}
