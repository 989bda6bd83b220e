package dev.confab.client.ui.call;

import atlantafx.base.controls.CaptionMenuItem;
import dev.confab.client.settings.Settings.Layout;
import dev.confab.client.settings.Settings.OwnPicture;
import dev.confab.client.settings.Settings.Screen;
import dev.confab.client.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Side;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// How the people are laid out, and where one's own picture is.
final class LayoutMenu extends MenuButton {
  private final CallViewModel model;
  private boolean withFullScreen;

  LayoutMenu(CallViewModel model) {
    this.model = model;
    setId("layout-menu");
    getStyleClass().addAll("control", "layout-menu");
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setPopupSide(Side.TOP);
    setTooltip(new Tooltip(Texts.of("control.layout.tooltip")));
    model.stage().screenProperty().subscribe(_ -> fill());
    model.stage().pinnedProperty().subscribe(_ -> fill());
  }

  /// Where there is no room for its button.
  void setWithFullScreen(boolean with) {
    if (with != withFullScreen) {
      withFullScreen = with;
      fill();
    }
  }

  private void fill() {
    StageModel stage = model.stage();
    Screen screen = stage.screenProperty().get();
    boolean pinned = stage.pinnedProperty().get() != null;
    Layout layout = screen.layout();
    setGraphic(new FontIcon(layout == Layout.GRID ? Feather.GRID : Feather.SIDEBAR));
    setAccessibleText(
        Texts.of("control.layout.state", Texts.of(pinned ? "layout.pinned" : key(layout))));
    List<MenuItem> items = new ArrayList<>();
    items.add(new CaptionMenuItem(Texts.of("layout.title")));
    for (Layout choice : Layout.values()) {
      items.add(option(key(choice), !pinned && choice == layout, () -> stage.choose(choice)));
    }
    items.add(new SeparatorMenuItem());
    items.add(new CaptionMenuItem(Texts.of("own.title")));
    for (OwnPicture choice : OwnPicture.values()) {
      items.add(option(key(choice), choice == screen.own(), () -> stage.choose(choice)));
    }
    if (withFullScreen) {
      MenuItem full = new MenuItem(Texts.of("control.full-screen.off.tooltip"));
      full.setOnAction(_ -> model.run(Shortcut.FULL_SCREEN));
      items.add(new SeparatorMenuItem());
      items.add(full);
    }
    getItems().setAll(items);
  }

  private static String key(Layout layout) {
    return "layout." + layout.name().toLowerCase(Locale.ROOT);
  }

  private static String key(OwnPicture own) {
    return "own." + own.name().toLowerCase(Locale.ROOT);
  }

  private static MenuItem option(String words, boolean chosen, Runnable action) {
    RadioMenuItem item = new RadioMenuItem(Texts.of(words));
    item.setSelected(chosen);
    item.setOnAction(
        _ -> {
          item.setSelected(true); // a second click on it chooses it again
          action.run();
        });
    return item;
  }
}
