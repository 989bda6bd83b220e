package dev.confab.client.ui.call;

import dev.confab.client.call.Call;
import dev.confab.client.call.Phase.InCall;
import dev.confab.client.call.TileSize;
import dev.confab.client.settings.Settings.Layout;
import dev.confab.client.settings.Settings.OwnPicture;
import dev.confab.client.settings.Settings.Screen;
import dev.confab.client.settings.SettingsStore;
import dev.confab.protocol.PeerId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Who is on the stage, and who of them is large. The layout and the place of one's own picture are
/// remembered; a pin is for this call.
public final class StageModel {
  private final Call call;
  private final SettingsStore settings;
  private final ReadOnlyObjectWrapper<List<TileState>> others =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Screen> screen;
  private final ReadOnlyObjectWrapper<@Nullable PeerId> pinned = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable PeerId> large = new ReadOnlyObjectWrapper<>();
  private @Nullable PeerId speaker;

  StageModel(Call call, SettingsStore settings) {
    this.call = call;
    this.settings = settings;
    screen = new ReadOnlyObjectWrapper<>(settings.current().screen());
  }

  void show(InCall phase) {
    speaker = phase.speaker();
    others.set(phase.others().stream().map(TileState::of).toList());
    if (!isHere(pinned.get())) {
      pinned.set(null);
    }
    choose();
  }

  // The pinned one, in the layout for it the speaker, or who came first; in the grid nobody.
  private void choose() {
    if (pinned.get() != null) {
      large.set(pinned.get());
      return;
    }
    large.set(
        switch (screen.get().layout()) {
          case GRID -> null;
          case SPEAKER -> isHere(speaker) ? speaker : first().orElse(null);
        });
  }

  private boolean isHere(@Nullable PeerId peer) {
    return peer != null && others.get().stream().anyMatch(other -> other.peer().equals(peer));
  }

  private Optional<PeerId> first() {
    return others.get().stream().map(TileState::peer).findFirst();
  }

  /// Makes them large until this is said again, or someone else is pinned, or they leave.
  public void togglePin(PeerId peer) {
    pinned.set(Objects.equals(pinned.get(), peer) || !isHere(peer) ? null : peer);
    choose();
  }

  /// The layout is seen at once: a pin gives way to it.
  void choose(Layout layout) {
    pinned.set(null);
    show(new Screen(layout, screen.get().own()));
  }

  /// The other one of the two; from a pin back to the grid.
  void nextLayout() {
    boolean grid = pinned.get() == null && screen.get().layout() == Layout.GRID;
    choose(grid ? Layout.SPEAKER : Layout.GRID);
  }

  void choose(OwnPicture own) {
    show(new Screen(screen.get().layout(), own));
  }

  private void show(Screen chosen) {
    screen.set(chosen);
    settings.update(all -> all.withScreen(chosen));
    choose();
  }

  void watch(PeerId peer, TileSize size) {
    call.watch(peer, size);
  }

  /// In the order they came. Empty: one is alone.
  ReadOnlyObjectProperty<List<TileState>> othersProperty() {
    return others.getReadOnlyProperty();
  }

  ObservableValue<Boolean> aloneProperty() {
    return others.map(List::isEmpty);
  }

  ReadOnlyObjectProperty<Screen> screenProperty() {
    return screen.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable PeerId> pinnedProperty() {
    return pinned.getReadOnlyProperty();
  }

  /// Who is drawn large; null: all are alike.
  ReadOnlyObjectProperty<@Nullable PeerId> largeProperty() {
    return large.getReadOnlyProperty();
  }
}
