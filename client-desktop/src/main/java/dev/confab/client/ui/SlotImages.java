package dev.confab.client.ui;

import dev.confab.client.media.LatestFrame;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.util.Callback;
import org.jspecify.annotations.Nullable;

/// The images over a stream's slots, one each, on the very memory of the slot. A slot keeps its
/// image until its buffer changes size.
final class SlotImages {
  // LatestFrame has four slots; after a change of size the old ones fall out one by one.
  private static final int SLOTS = 4;

  // All of the picture is new. (null: the whole buffer)
  private static final Callback<PixelBuffer<ByteBuffer>, @Nullable Rectangle2D> EVERYTHING =
      _ -> null;

  private record Entry(PixelBuffer<ByteBuffer> buffer, WritableImage image) {}

  private final @Nullable Entry[] entries = new @Nullable Entry[SLOTS];
  private int oldest;

  /// The image of this slot with what is in it now. On the FX thread.
  WritableImage of(LatestFrame.Slot slot) {
    Entry entry = find(slot.pixels());
    if (entry == null) {
      entry = create(slot);
      entries[oldest] = entry;
      oldest = (oldest + 1) % SLOTS;
    } else {
      entry.buffer().updateBuffer(EVERYTHING);
    }
    return entry.image();
  }

  void clear() {
    Arrays.fill(entries, null);
  }

  @SuppressWarnings("ReferenceEquality") // the very memory, not its content
  private @Nullable Entry find(ByteBuffer pixels) {
    for (Entry entry : entries) {
      if (entry != null && entry.buffer().getBuffer() == pixels) {
        return entry;
      }
    }
    return null;
  }

  private static Entry create(LatestFrame.Slot slot) {
    PixelBuffer<ByteBuffer> buffer =
        new PixelBuffer<>(
            slot.width(), slot.height(), slot.pixels(), PixelFormat.getByteBgraPreInstance());
    return new Entry(buffer, new WritableImage(buffer));
  }
}
