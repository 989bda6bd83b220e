package dev.confab.client.ui;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// The picture on a control or a badge: a glyph of the icon font, or, where that has none, a shape
/// of the style sheet.
public sealed interface Icon {
  record Glyph(Ikon glyph) implements Icon {}

  enum Shape implements Icon {
    HAND("hand-shape"),
    PIN("pin-shape");

    private final String styleClass;

    Shape(String styleClass) {
      this.styleClass = styleClass;
    }
  }

  /// A new node each time: a node has one place.
  default Node node() {
    return switch (this) {
      case Glyph(Ikon glyph) -> new FontIcon(glyph);
      case Shape shape -> {
        Region region = new Region();
        region.getStyleClass().addAll("shape-icon", shape.styleClass);
        yield region;
      }
    };
  }
}
