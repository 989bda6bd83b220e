package dev.confab.client.ui.call;

import atlantafx.base.controls.CaptionMenuItem;
import dev.confab.client.ui.DeviceModel;
import dev.confab.client.ui.DeviceOption;
import dev.confab.client.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The small arrow beside a control: a menu of the devices of one or two kinds.
final class DeviceMenu extends MenuButton {
  private record Section(String title, DeviceModel<?> devices) {}

  private final List<Section> sections = new ArrayList<>();

  DeviceMenu(String id, String words) {
    super(null, new FontIcon(Feather.CHEVRON_UP));
    setId(id);
    getStyleClass().add("device-menu");
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setPopupSide(Side.TOP);
    setTooltip(new Tooltip(Texts.of(words)));
    setAccessibleText(Texts.of(words));
  }

  DeviceMenu add(String title, DeviceModel<?> devices) {
    sections.add(new Section(Texts.of(title), devices));
    devices.options().subscribe(this::fill);
    devices.chosenProperty().subscribe(this::fill);
    return this;
  }

  private void fill() {
    List<MenuItem> items = new ArrayList<>();
    for (Section section : sections) {
      if (!items.isEmpty()) {
        items.add(new SeparatorMenuItem());
      }
      items.add(new CaptionMenuItem(section.title()));
      items.addAll(options(section.devices()));
    }
    getItems().setAll(items);
  }

  private static <C> List<MenuItem> options(DeviceModel<C> devices) {
    List<MenuItem> items = new ArrayList<>();
    for (DeviceOption<C> option : devices.options()) {
      RadioMenuItem item = new RadioMenuItem(option.label());
      item.setMnemonicParsing(false);
      item.setSelected(option.equals(devices.chosenProperty().get()));
      item.setOnAction(
          _ -> {
            item.setSelected(true); // a second click on it chooses it again
            devices.choose(option);
          });
      items.add(item);
    }
    return items;
  }
}
