package dev.confab.client.media;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The newest frame of one video stream, on its way from the thread that converts it to the one
/// that draws it. Nothing is queued: a frame that is not taken in time is overwritten. One writer
/// and one reader at a time.
///
/// Four slots go round, so that nobody waits and no frame is torn: the one being written, the one
/// in the middle (the newest finished, or one the reader gave back), the one being drawn, and the
/// one drawn before it, which the render thread may still be uploading. Each side only ever
/// exchanges one of its own for the one in the middle, in one step.
public final class LatestFrame {
  private static final int FRESH = 4;

  /// One reusable frame: `BGRA`, premultiplied, rows without padding, top row first.
  public static final class Slot {
    private ByteBuffer pixels = ByteBuffer.allocateDirect(0);
    private int width;
    private int height;
    private long number;

    /// A direct buffer of exactly `width * height * 4` bytes. It changes when the size does, and
    /// only then.
    public ByteBuffer pixels() {
      return pixels;
    }

    public int width() {
      return width;
    }

    public int height() {
      return height;
    }

    /// Counts the published frames of this stream, from 1.
    public long number() {
      return number;
    }

    private void resize(int newWidth, int newHeight) {
      if (newWidth != width || newHeight != height) {
        pixels = ByteBuffer.allocateDirect(newWidth * newHeight * 4);
        width = newWidth;
        height = newHeight;
      }
    }
  }

  /// The size in pixels at which the frames are drawn. Zero: not at all, so converting can be
  /// spared.
  public record Wish(int width, int height) {
    public static final Wish HIDDEN = new Wish(0, 0);
  }

  private volatile Wish wish = Wish.HIDDEN;
  private volatile long published;
  private volatile long drawn;
  private volatile @Nullable Runnable onPublished;
  private volatile @Nullable Consumer<Slot> onDrawn;

  private final Slot[] slots = {new Slot(), new Slot(), new Slot(), new Slot()};

  // The index of the slot in the middle; with FRESH, nobody has taken it since it was published.
  private final AtomicInteger middle = new AtomicInteger(0);

  // The writer's.
  private int writing = 1;

  // The reader's.
  private int shown = 2;
  private int shownBefore = 3;
  private long taken;

  /// Reader, any thread: how large the frames should be made.
  public void wish(Wish newWish) {
    wish = newWish;
  }

  public Wish wish() {
    return wish;
  }

  /// Reader: is run on the writer's thread after each published frame; must return at once.
  public void onPublished(@Nullable Runnable listener) {
    onPublished = listener;
  }

  /// Anyone: is shown each frame that the reader takes, on the reader's thread; must return soon.
  public void onDrawn(Consumer<Slot> observer) {
    onDrawn = observer;
  }

  /// Writer: the slot to fill, of the given size. Nobody sees it before [#publish].
  public Slot begin(int width, int height) {
    slots[writing].resize(width, height);
    return slots[writing];
  }

  /// Writer: the slot from [#begin] is complete.
  public void publish() {
    long number = published + 1;
    slots[writing].number = number;
    writing = middle.getAndSet(writing | FRESH) & ~FRESH;
    published = number;
    Runnable listener = onPublished;
    if (listener != null) {
      listener.run();
    }
  }

  /// Reader: the newest frame, if there is one that was not taken yet. It stays untouched until two
  /// more were taken.
  public @Nullable Slot take() {
    if ((middle.get() & FRESH) == 0) {
      return null;
    }
    // still fresh: the writer can only have put a newer one in its place
    int newest = middle.getAndSet(shownBefore) & ~FRESH;
    shownBefore = shown;
    shown = newest;
    drawn = ++taken;
    Consumer<Slot> observer = onDrawn;
    if (observer != null) {
      observer.accept(slots[shown]);
    }
    return slots[shown];
  }

  /// Frames published so far.
  public long published() {
    return published;
  }

  /// Frames taken so far.
  public long drawn() {
    return drawn;
  }
}
