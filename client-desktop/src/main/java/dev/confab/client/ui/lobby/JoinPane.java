package dev.confab.client.ui.lobby;

import dev.confab.client.ui.Texts;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The way in: Join, and why not yet; while joining, a spinner and the way back.
final class JoinPane extends VBox {
  private final Button join = new Button(Texts.of("lobby.join"));
  private final Button cancel = new Button(Texts.of("lobby.cancel"));

  JoinPane(LobbyViewModel model) {
    getStyleClass().add("join-pane");
    BooleanBinding joining = model.joiningProperty().isNotEmpty();

    join.setId("join");
    join.getStyleClass().add("join");
    join.defaultButtonProperty().bind(model.wayBackProperty().isNull());
    join.setMaxWidth(Double.MAX_VALUE);
    join.setOnAction(_ -> model.join());
    join.disableProperty().bind(model.notReadyProperty().isNotEmpty());
    join.managedProperty().bind(joining.not());
    join.visibleProperty().bind(joining.not());

    Label reason = new Label();
    reason.setId("not-ready");
    reason.getStyleClass().add("not-ready");
    reason.setWrapText(true);
    reason.textProperty().bind(model.notReadyProperty());
    reason.managedProperty().bind(joining.not().and(model.notReadyProperty().isNotEmpty()));
    reason.visibleProperty().bind(reason.managedProperty());

    getChildren().addAll(join, reason, progress(model, joining));
  }

  private HBox progress(LobbyViewModel model, BooleanBinding joining) {
    ProgressIndicator spinner = new ProgressIndicator();
    spinner.getStyleClass().add("small-spinner");
    Label words = new Label();
    words.setId("joining");
    words.textProperty().bind(model.joiningProperty());
    words.setMinWidth(0);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    cancel.setId("cancel");
    cancel.setMinWidth(USE_PREF_SIZE);
    cancel.setCancelButton(true);
    cancel.setOnAction(_ -> model.cancel());
    HBox progress = new HBox(spinner, words, cancel);
    progress.getStyleClass().add("joining");
    progress.managedProperty().bind(joining);
    progress.visibleProperty().bind(joining);
    return progress;
  }

  /// There is nothing else left to do.
  void focusCancel(boolean waiting) {
    if (waiting) {
      cancel.requestFocus();
    }
  }

  Button joinButton() {
    return join;
  }
}
