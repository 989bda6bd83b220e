package dev.confab.client.app;

import dev.confab.client.media.FrameStamp;
import dev.confab.client.media.LatestFrame;
import dev.confab.client.media.TestPictureReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Consumer;

/// Looks at each frame of one stream as it is drawn: when the first came, and, where it is a test
/// picture of the same machine, how old each is. Called on the thread that draws; read on another.
final class FrameProbe implements Consumer<LatestFrame.Slot> {
  private static final int LONGEST_MILLIS = 2_000;

  private final AtomicIntegerArray ages = new AtomicIntegerArray(LONGEST_MILLIS + 1);
  private volatile long firstNanos;
  private volatile long lastNumber = -1;

  @Override
  public void accept(LatestFrame.Slot slot) {
    if (firstNanos == 0) {
      firstNanos = System.nanoTime();
    }
    Optional<FrameStamp> stamp = TestPictureReader.read(slot.pixels(), slot.width(), slot.height());
    if (stamp.isPresent()) {
      long age = System.currentTimeMillis() - stamp.get().sendTimeMillis();
      ages.incrementAndGet((int) Math.clamp(age, 0L, LONGEST_MILLIS));
      lastNumber = stamp.get().frameNumber();
    }
  }

  /// Of `System.nanoTime`; 0 before the first frame.
  long firstNanos() {
    return firstNanos;
  }

  /// The number that the newest test picture carried; -1 for none.
  long lastNumber() {
    return lastNumber;
  }

  /// How many frames had which age in ms since this was last asked.
  Map<String, Integer> takeAges() {
    Map<String, Integer> taken = new LinkedHashMap<>();
    for (int age = 0; age <= LONGEST_MILLIS; age++) {
      int count = ages.getAndSet(age, 0);
      if (count > 0) {
        taken.put(Integer.toString(age), count);
      }
    }
    return taken;
  }
}
