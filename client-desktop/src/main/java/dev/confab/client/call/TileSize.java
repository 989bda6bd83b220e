package dev.confab.client.call;

/// How large a member's picture is drawn, in pixels of the screen.
public record TileSize(int width, int height) {
  /// It is not drawn at all.
  public static final TileSize HIDDEN = new TileSize(0, 0);

  public boolean hidden() {
    return width <= 0 || height <= 0;
  }
}
