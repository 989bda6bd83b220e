package dev.confab.client.ui.lobby;

import dev.confab.client.ui.ShownText;
import dev.confab.client.ui.Texts;
import dev.confab.client.ui.UpdateModel;
import dev.confab.client.update.UpdateNotice;
import java.net.URI;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Tells of a newer version; takes no room while there is none. Takes no focus either: it may come
/// while somebody types.
final class UpdateBanner extends HBox {
  private static final int MOST_NOTES = 4;

  private final UpdateModel model;
  private final Label title = new Label();
  private final VBox notes = new VBox();
  private final VBox words = new VBox(title, notes);
  private final Button download = new Button(Texts.of("update.download"));

  UpdateBanner(UpdateModel model, Consumer<URI> openLink) {
    this.model = model;
    setId("update");
    getStyleClass().addAll("advice", "update");
    setAccessibleRole(AccessibleRole.TEXT);
    title.setId("update-title");
    title.getStyleClass().add("advice-title");
    title.setWrapText(true);
    notes.getStyleClass().add("update-notes");
    download.setId("download");
    download.getStyleClass().add("go-back");
    download.setMinWidth(USE_PREF_SIZE);
    download.setOnAction(_ -> open(openLink));
    words.getStyleClass().add("advice-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(new FontIcon(Feather.GIFT), words, dismiss());
    model.offerProperty().subscribe(this::show);
  }

  /// In a narrow place the button stands below the words, else beside them.
  void arrange(boolean compact) {
    words.getChildren().remove(download);
    getChildren().remove(download);
    if (compact) {
      words.getChildren().add(download);
    } else {
      getChildren().add(getChildren().indexOf(words) + 1, download);
    }
  }

  private void open(Consumer<URI> openLink) {
    if (model.offerProperty().get() instanceof UpdateNotice notice) {
      openLink.accept(notice.download());
    }
  }

  private Button dismiss() {
    Button dismiss = new Button(null, new FontIcon(Feather.X));
    dismiss.setId("not-this-version");
    dismiss.getStyleClass().add("quiet-icon");
    dismiss.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    dismiss.setAccessibleText(Texts.of("update.dismiss"));
    dismiss.setTooltip(new Tooltip(Texts.of("update.dismiss")));
    dismiss.setOnAction(_ -> model.dismiss());
    return dismiss;
  }

  private void show(@Nullable UpdateNotice notice) {
    setManaged(notice != null);
    setVisible(notice != null);
    notes.getChildren().clear();
    if (notice != null) {
      title.setText(Texts.of("update.title", notice.version()));
      setAccessibleText(title.getText());
      download.setAccessibleText(Texts.of("update.download.state", notice.version()));
      notice.notes().stream()
          .limit(MOST_NOTES)
          .map(UpdateBanner::line)
          .forEach(notes.getChildren()::add);
    }
  }

  // What does not fit on one line goes on below its words, not below the dot.
  private static HBox line(String note) {
    Label dot = new Label("•");
    dot.getStyleClass().add("advice-text");
    dot.setMinWidth(USE_PREF_SIZE);
    Label words = new Label(ShownText.line(note, UpdateNotice.MAX_NOTE));
    words.getStyleClass().addAll("advice-text", "update-note");
    words.setWrapText(true);
    HBox line = new HBox(dot, words);
    line.getStyleClass().add("update-line");
    return line;
  }
}
