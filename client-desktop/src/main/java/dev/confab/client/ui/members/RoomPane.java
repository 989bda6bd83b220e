package dev.confab.client.ui.members;

import dev.confab.client.call.RoomEntry;
import dev.confab.client.ui.KnockList;
import dev.confab.client.ui.RoomModel;
import dev.confab.client.ui.Texts;
import dev.confab.protocol.Door;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The room itself: for all, how it is entered, where that is not as everywhere; for its owners,
/// what they can do about it, and who waits at the door.
final class RoomPane extends VBox {
  private final RoomModel model;
  private final VBox facts = new VBox();
  private final VBox forOwners;
  private final HBox doors = new HBox();
  private final ToggleGroup group = new ToggleGroup();
  private final Label doorHint = new Label();
  private List<Door> offered = List.of();

  /// `after`: the keyboard is to go on from here. `reveal` brings into sight what has been opened.
  RoomPane(RoomModel model, Runnable after, Consumer<Node> reveal) {
    this.model = model;
    setId("room-pane");
    getStyleClass().add("room-pane");
    facts.getStyleClass().add("room-facts");
    facts.managedProperty().bind(facts.visibleProperty());
    Label caption = new Label(Texts.of("room.door"));
    caption.getStyleClass().add("field-label");
    doors.getStyleClass().add("doors");
    doors.setAccessibleText(caption.getText());
    doorHint.setId("door-hint");
    doorHint.getStyleClass().add("field-hint");
    doorHint.setWrapText(true);
    forOwners = new VBox(caption, doors, doorHint, new PasswordPane(model, reveal));
    forOwners.setId("for-owners");
    forOwners.getStyleClass().add("for-owners");
    forOwners.managedProperty().bind(forOwners.visibleProperty());
    forOwners.disableProperty().bind(model.reachableProperty().not());
    KnockList knocks = new KnockList(model, Integer.MAX_VALUE, after);
    knocks.setId("panel-knocks");
    managedProperty().bind(visibleProperty());
    getChildren().addAll(knocks, facts, forOwners);
    model.entryProperty().subscribe(this::show);
  }

  private void show(RoomEntry entry) {
    showFacts(entry);
    forOwners.setVisible(entry.own());
    setVisible(entry.own() || facts.isVisible());
    List<Door> next = RoomModel.doors(entry);
    if (!next.equals(offered)) {
      offered = next;
      offer(next);
    }
    doors.getChildren().stream()
        .map(ToggleButton.class::cast)
        .filter(button -> entry.door().equals(button.getUserData()))
        .forEach(button -> button.setSelected(true));
    doorHint.setText(Texts.of("room.door." + RoomModel.key(entry.door()) + ".hint"));
  }

  /// Owners see it in what they can do.
  private void showFacts(RoomEntry entry) {
    List<Label> lines = new ArrayList<>();
    switch (entry.door()) {
      case OPEN -> {}
      case KNOCK -> lines.add(fact(Feather.BELL, "room.fact.knock"));
      case LOCKED -> lines.add(fact(Feather.LOCK, "room.fact.locked"));
    }
    if (entry.password()) {
      lines.add(fact(Feather.KEY, "room.fact.password"));
    }
    facts.getChildren().setAll(lines);
    facts.setVisible(!entry.own() && !lines.isEmpty());
  }

  private static Label fact(Ikon icon, String words) {
    Label fact = new Label(Texts.of(words), new FontIcon(icon));
    fact.getStyleClass().add("room-fact");
    fact.setWrapText(true);
    return fact;
  }

  private void offer(List<Door> choices) {
    List<ToggleButton> buttons = new ArrayList<>();
    for (Door door : choices) {
      ToggleButton button = new ToggleButton(Texts.of("room.door." + RoomModel.key(door)));
      button.setId("door-" + RoomModel.key(door));
      button.setUserData(door);
      button.setToggleGroup(group);
      button.setMaxWidth(Double.MAX_VALUE);
      button.setAccessibleHelp(Texts.of("room.door." + RoomModel.key(door) + ".hint"));
      HBox.setHgrow(button, Priority.ALWAYS);
      button.setOnAction(_ -> choose(door));
      buttons.add(button);
    }
    buttons.getFirst().getStyleClass().add("left-pill");
    buttons.subList(1, buttons.size() - 1).forEach(b -> b.getStyleClass().add("center-pill"));
    buttons.getLast().getStyleClass().add("right-pill");
    doors.getChildren().setAll(buttons);
  }

  /// It is chosen when the server says so.
  private void choose(Door door) {
    Door now = model.entryProperty().get().door();
    if (door != now) {
      model.chooseDoor(door);
    }
    show(model.entryProperty().get());
  }
}
