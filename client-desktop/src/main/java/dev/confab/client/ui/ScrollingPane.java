package dev.confab.client.ui;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// What is too high for its place, scrolled up and down, and never sideways.
public final class ScrollingPane extends ScrollPane {
  public ScrollingPane(Region content) {
    super(content);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
  }

  /// Brings a node of the content into sight; its top, where there is not room for all of it. For
  /// what has just been shown, and for what has been given the keyboard by the program: JavaFX
  /// itself only follows the Tab key.
  public void reveal(Node node) {
    getScene().getRoot().applyCss();
    getScene().getRoot().layout(); // it is not where it will be yet
    Node content = getContent();
    Bounds place = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    double view = getViewportBounds().getHeight();
    double hidden = content.getLayoutBounds().getHeight() - view;
    if (hidden > 0) {
      double top = getVvalue() * hidden;
      double wanted = Math.min(Math.max(top, place.getMaxY() - view), place.getMinY());
      setVvalue(wanted / hidden);
    }
  }
}
