package dev.confab.client.ui;

import dev.confab.client.call.Knocker;
import dev.confab.protocol.KnockId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Who waits at the door, each with an answer. Takes no room while nobody does, and no focus when
/// somebody comes: one may be typing. A row stays the same while its person waits; when it goes,
/// the keyboard goes on to the next, or where `after` puts it.
public final class KnockList extends VBox {
  private final RoomModel model;
  private final Runnable after;
  private final Label title = new Label(null, new FontIcon(Feather.BELL));
  private final VBox rows = new VBox();
  private final Label more = new Label();
  private final Map<KnockId, Row> known = new HashMap<>();
  private int most;
  private boolean shownElsewhere;

  /// `most` rows are shown; of the rest it is said how many they are.
  public KnockList(RoomModel model, int most, Runnable after) {
    this.model = model;
    this.most = most;
    this.after = after;
    getStyleClass().add("knocks");
    setAccessibleRole(AccessibleRole.TEXT);
    title.getStyleClass().add("knocks-title");
    title.setWrapText(true);
    rows.getStyleClass().add("knock-rows");
    more.getStyleClass().add("knocks-more");
    more.managedProperty().bind(more.visibleProperty());
    managedProperty().bind(visibleProperty());
    getChildren().addAll(title, rows, more);
    model.knocksProperty().subscribe(this::show);
  }

  /// While `elsewhere`, the same is shown in another place.
  public void giveWayTo(ObservableValue<Boolean> elsewhere) {
    elsewhere.subscribe(
        there -> {
          shownElsewhere = there;
          show(model.knocksProperty().getValue());
        });
  }

  /// Where there is little room.
  public void setMost(int newMost) {
    if (newMost != most) {
      most = newMost;
      show(model.knocksProperty().getValue());
    }
  }

  private void show(List<Knocker> knocks) {
    boolean answering = rows.getChildren().stream().anyMatch(row -> row.isFocusWithin());
    List<Row> next = new ArrayList<>();
    for (Knocker knocker : knocks.subList(0, Math.min(most, knocks.size()))) {
      Row row = known.computeIfAbsent(knocker.id(), _ -> new Row(knocker));
      row.show(knocker);
      next.add(row);
    }
    known.values().retainAll(next);
    if (!rows.getChildren().equals(next)) {
      rows.getChildren().setAll(next);
    }
    int rest = knocks.size() - next.size();
    more.setText(Texts.of("knock.more", rest));
    more.setVisible(rest > 0);
    setVisible(!knocks.isEmpty() && !shownElsewhere);
    if (!knocks.isEmpty()) {
      title.setText(Texts.of("knock.title", knocks.size()));
      setAccessibleText(Texts.of("knock.state", knocks.size(), knocks.getFirst().name().value()));
    }
    if (answering && next.stream().noneMatch(Region::isFocusWithin)) {
      goOn(next);
    }
  }

  private void goOn(List<Row> next) {
    next.stream()
        .filter(row -> !row.admit.isDisabled())
        .findFirst()
        .ifPresentOrElse(row -> row.admit.requestFocus(), after);
  }

  private final class Row extends HBox {
    private final Label name = new Label();
    private final Button admit = new Button(Texts.of("knock.admit"));
    private final Button later = new Button(Texts.of("knock.turn-away"));
    private final BooleanProperty answered = new SimpleBooleanProperty();
    private Knocker knocker;

    private Row(Knocker first) {
      knocker = first;
      getStyleClass().add("knock");
      name.getStyleClass().add("knock-name");
      name.setMinWidth(0);
      name.setWrapText(
          true); // to two lines, by its style: beside two buttons, few names fit on one
      name.setMaxWidth(Double.MAX_VALUE);
      String who = ShownText.line(first.name().value(), 64);
      name.setText(who);
      name.setTooltip(new Tooltip(who));
      HBox.setHgrow(name, Priority.ALWAYS);
      answer(admit, "knock-admit", "knock.admit.state", true);
      answer(later, "knock-later", "knock.turn-away.state", false);
      getChildren().addAll(Avatar.small(), name, later, admit);
      ((Avatar) getChildren().getFirst()).show(first.name());
    }

    private void answer(Button button, String style, String words, boolean admitted) {
      button.getStyleClass().add(style);
      button.setMinWidth(USE_PREF_SIZE);
      button.setAccessibleText(Texts.of(words, name.getText()));
      button.setOnAction(_ -> model.answer(knocker, admitted));
      button.disableProperty().bind(answered.or(model.reachableProperty().not()));
    }

    private void show(Knocker now) {
      knocker = now;
      answered.set(now.answered());
    }
  }
}
