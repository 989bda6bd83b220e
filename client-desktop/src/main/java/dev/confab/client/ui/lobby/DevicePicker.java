package dev.confab.client.ui.lobby;

import dev.confab.client.ui.Advice;
import dev.confab.client.ui.DeviceModel;
import dev.confab.client.ui.DeviceOption;
import dev.confab.client.ui.Texts;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// A list to choose a device from, with what is wrong with the device below.
final class DevicePicker<C> extends VBox {
  private final DeviceModel<C> model;
  private final ComboBox<DeviceOption<C>> list = new ComboBox<>();
  private final Label problem = new Label();
  private boolean filling;

  DevicePicker(String key, Ikon icon, DeviceModel<C> model) {
    this.model = model;
    getStyleClass().add("device-picker");
    list.setId(key);
    list.setMaxWidth(Double.MAX_VALUE);
    list.setAccessibleText(Texts.of("device." + key));
    list.setTooltip(new Tooltip(Texts.of("device." + key)));
    HBox.setHgrow(list, Priority.ALWAYS);
    HBox row = new HBox(new FontIcon(icon), list);
    row.getStyleClass().add("device-row");
    problem.getStyleClass().add("device-problem");
    problem.setWrapText(true);
    getChildren().addAll(row, problem);

    model.options().subscribe(this::fill);
    model.chosenProperty().subscribe(this::fill);
    model.problemProperty().subscribe(this::show);
    list.valueProperty()
        .subscribe(
            option -> {
              if (!filling) {
                model.choose(option);
              }
            });
  }

  // While the list is filled it may select what it likes: that is not the person's hand.
  private void fill() {
    filling = true;
    if (!list.getItems().equals(model.options())) {
      list.getItems().setAll(model.options());
    }
    list.setValue(model.chosenProperty().get());
    filling = false;
  }

  private void show(@Nullable Advice advice) {
    problem.setText(advice == null ? "" : advice.sentence());
    problem.setManaged(advice != null);
    problem.setVisible(advice != null);
  }
}
