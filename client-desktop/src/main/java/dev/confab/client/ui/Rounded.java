package dev.confab.client.ui;

import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// Round corners for what has a picture in it; CSS rounds backgrounds alone.
public final class Rounded {
  private Rounded() {}

  /// Cuts the corners of the region off, whatever its size becomes. The answer's arcs may be
  /// changed.
  public static Rectangle clip(Region region, double radius) {
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(region.widthProperty());
    clip.heightProperty().bind(region.heightProperty());
    clip.setArcWidth(2 * radius);
    clip.setArcHeight(2 * radius);
    region.setClip(clip);
    return clip;
  }
}
