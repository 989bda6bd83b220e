package dev.confab.client.ui.call;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A [TileNotice] on its tile. Where there is little room it keeps its first line, then its sign
/// alone.
final class NoticePane extends VBox {
  private static final PseudoClass SMALL = PseudoClass.getPseudoClass("small");

  private final ProgressIndicator spinner = new ProgressIndicator();
  private final FontIcon broken = new FontIcon(Feather.ALERT_TRIANGLE);
  private final Label title = new Label();
  private final Label text = new Label();

  NoticePane() {
    getStyleClass().add("tile-notice");
    spinner.getStyleClass().add("small-spinner");
    broken.getStyleClass().add("broken");
    title.getStyleClass().add("tile-notice-title");
    title.setWrapText(true);
    text.getStyleClass().add("tile-notice-text");
    text.setWrapText(true);
    for (Node node : new Node[] {spinner, broken, title, text}) {
      node.managedProperty().bind(node.visibleProperty());
    }
    HBox line = new HBox(spinner, broken, title);
    line.getStyleClass().add("tile-notice-line");
    getChildren().addAll(line, text);
    setMouseTransparent(true);
    show(null);
  }

  void show(@Nullable TileNotice notice) {
    setVisible(notice != null);
    title.setText(notice == null ? "" : notice.title());
    text.setText(notice == null ? "" : notice.text());
    spinner.setVisible(notice != null && notice.busy());
    broken.setVisible(notice != null && !notice.busy());
  }

  /// Leaves out what does not fit; answers the height that is left, at the given width.
  double fit(double width, double height, boolean small) {
    pseudoClassStateChanged(SMALL, small);
    title.setVisible(true);
    text.setVisible(!text.getText().isEmpty());
    applyCss();
    if (prefHeight(width) > height) {
      text.setVisible(false);
    }
    if (prefHeight(width) > height) {
      title.setVisible(false);
    }
    return prefHeight(width);
  }
}
