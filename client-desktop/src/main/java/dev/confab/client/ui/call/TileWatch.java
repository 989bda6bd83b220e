package dev.confab.client.ui.call;

import dev.confab.client.call.TileSize;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Tells the size at which one tile is drawn when it rests, so that a window that is resized does
/// not send a message for each pixel; that it is hidden, at once. On the FX thread.
final class TileWatch {
  private static final Duration REST = Duration.millis(250);

  private final Consumer<TileSize> teller;
  private final PauseTransition rest = new PauseTransition(REST);
  private TileSize size = TileSize.HIDDEN;
  private @Nullable TileSize told;
  private boolean stopped;

  TileWatch(Consumer<TileSize> teller) {
    this.teller = teller;
    rest.setOnFinished(_ -> tell());
  }

  void drawn(TileSize newSize) {
    size = newSize;
    if (stopped) {
      return;
    }
    if (size.hidden() && told != null) {
      rest.stop();
      tell();
    } else { // what has just been made is hidden until it is laid out
      rest.playFromStart();
    }
  }

  /// A new connection to the same person knows nothing of what the one before was told.
  void tellAgain() {
    told = null;
    drawn(size);
  }

  /// Nothing more is told.
  void stop() {
    rest.stop();
    stopped = true;
  }

  private void tell() {
    if (!size.equals(told)) {
      told = size;
      teller.accept(size);
    }
  }
}
