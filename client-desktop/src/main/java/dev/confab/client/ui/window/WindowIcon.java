package dev.confab.client.ui.window;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.image.Image;

/// What task bars and window lists show: Confab's icon at every size that one of them may ask for.
final class WindowIcon {
  private static final int[] SIZES = {16, 24, 32, 48, 64, 128};

  private WindowIcon() {}

  /// On any thread.
  static List<Image> inAllSizes() {
    return IntStream.of(SIZES).mapToObj(WindowIcon::inSize).toList();
  }

  private static Image inSize(int pixels) {
    String name = "confab-" + pixels + ".png";
    try (InputStream file =
        Objects.requireNonNull(WindowIcon.class.getResourceAsStream(name), name)) {
      return new Image(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
