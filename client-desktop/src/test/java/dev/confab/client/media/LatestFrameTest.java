package dev.confab.client.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.media.LatestFrame.Slot;
import java.nio.IntBuffer;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LatestFrameTest {
  private final LatestFrame frames = new LatestFrame();

  @Test
  void thereIsNothingToTakeBeforeTheFirstFrame() {
    assertThat(frames.take()).isNull();
  }

  @Test
  void aFrameIsTakenOnce() {
    publish(7);
    assertThat(numberIn(taken())).isEqualTo(7);
    assertThat(frames.take()).isNull();
  }

  @Test
  void theNewestFrameOverwritesTheOnesNotTaken() {
    publish(1);
    publish(2);
    publish(3);
    assertThat(numberIn(taken())).isEqualTo(3);
    assertThat(frames.published()).isEqualTo(3);
    assertThat(frames.drawn()).isEqualTo(1);
  }

  @Test
  void aTakenFrameKnowsItsPlaceInTheStream() {
    publish(10);
    publish(11);
    assertThat(taken().number()).isEqualTo(2);
  }

  @Test
  void aTakenFrameStaysUntilTwoMoreWereTaken() {
    publish(1);
    Slot first = taken();
    publish(2);
    publish(3);
    assertThat(numberIn(taken())).isEqualTo(3);
    publish(4);
    publish(5);
    publish(6);
    assertThat(numberIn(first)).isEqualTo(1);
  }

  @Test
  void memoryIsUsedAgainWhileTheSizeStays() {
    for (int i = 0; i < 4; i++) {
      publish(i);
      taken();
    }
    Slot again = frames.begin(4, 4);
    assertThat(again.pixels()).isSameAs(frames.begin(4, 4).pixels());
    assertThat(again.pixels().capacity()).isEqualTo(64);
  }

  @Test
  void aNewSizeGetsNewMemory() {
    Slot slot = frames.begin(6, 2);
    assertThat(slot.pixels().capacity()).isEqualTo(48);
    assertThat(slot.width()).isEqualTo(6);
    assertThat(slot.height()).isEqualTo(2);
  }

  @Test
  void theListenerHearsOfEachPublishedFrame() {
    AtomicInteger heard = new AtomicInteger();
    frames.onPublished(heard::incrementAndGet);
    publish(1);
    publish(2);
    assertThat(heard).hasValue(2);
  }

  @Test
  void neitherAMixedFrameNorAChangeInAHeldOneIsEverSeen() {
    int last = 300_000;
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> {
              for (int number = 1; number <= last; number++) {
                publish(number);
              }
            });
    @Nullable Slot shownBefore = null;
    int numberBefore = 0;
    int number = 0;
    while (number != last && !writer.isCompletedExceptionally()) {
      Slot shown = frames.take();
      if (shown != null) {
        assertThat(numberIn(shown)).isGreaterThan(number);
        if (shownBefore != null) {
          assertThat(numberIn(shownBefore)).isEqualTo(numberBefore);
        }
        number = numberIn(shown);
        numberBefore = number;
        shownBefore = shown;
      }
    }
    writer.join();
    assertThat(number).isEqualTo(last);
  }

  private void publish(int number) {
    IntBuffer pixels = frames.begin(4, 4).pixels().asIntBuffer();
    for (int i = 0; i < pixels.capacity(); i++) {
      pixels.put(i, number);
    }
    frames.publish();
  }

  private Slot taken() {
    return Objects.requireNonNull(frames.take());
  }

  /// The number that the whole frame is filled with.
  private static int numberIn(Slot slot) {
    IntBuffer pixels = slot.pixels().asIntBuffer();
    int number = pixels.get(0);
    for (int i = 1; i < pixels.capacity(); i++) {
      if (pixels.get(i) != number) {
        throw new AssertionError("mixed: " + number + " and " + pixels.get(i));
      }
    }
    return number;
  }
}
