package dev.confab.client.ui;

import dev.confab.client.call.DeviceProblem;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// One kind of device: what there is, which is chosen, and what is wrong with it.
public final class DeviceModel<C> {
  private final Consumer<C> command;
  private final ObservableList<DeviceOption<C>> options = FXCollections.observableArrayList();

  // One for all: who listens to it does not keep it alive.
  private final ObservableList<DeviceOption<C>> shownOptions =
      FXCollections.unmodifiableObservableList(options);
  private final ReadOnlyObjectWrapper<@Nullable DeviceOption<C>> chosen =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Advice> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Advice> notice = new ReadOnlyObjectWrapper<>();

  /// `command` tells the engine what the person chose.
  DeviceModel(Consumer<C> command) {
    this.command = command;
    problem.subscribe(notice::set);
  }

  void show(List<DeviceOption<C>> newOptions, C newChoice, @Nullable DeviceProblem newProblem) {
    if (!options.equals(newOptions)) {
      options.setAll(newOptions);
    }
    newOptions.stream()
        .filter(option -> option.choice().equals(newChoice))
        .findFirst()
        .ifPresent(chosen::set);
    problem.set(newProblem == null ? null : Advice.of(newProblem));
  }

  /// By the person's hand. What is chosen already, and a list that is just being filled (null), is
  /// no command.
  public void choose(@Nullable DeviceOption<C> option) {
    if (option != null && !option.equals(chosen.get())) {
      chosen.set(option);
      command.accept(option.choice());
    }
  }

  public ObservableList<DeviceOption<C>> options() {
    return shownOptions;
  }

  public ReadOnlyObjectProperty<@Nullable DeviceOption<C>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Advice> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// The problem until it has been read; a new one is a new notice.
  public ReadOnlyObjectProperty<@Nullable Advice> noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  public void dismissNotice() {
    notice.set(null);
  }
}
