package dev.confab.client.rtc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.rtc.Adaptation.Reading;
import org.junit.jupiter.api.Test;

class AdaptationTest {
  private static final double PIXELS = 1280 * 720;
  private static final double MIDDLING = 60;
  private static final double FINE = 20;

  private static Reading reading(double framesOut, double quantizer, double bitrate) {
    return new Reading(PIXELS, 30, framesOut, quantizer, bitrate);
  }

  private static Adaptation after(Adaptation start, Reading... readings) {
    Adaptation now = start;
    for (Reading reading : readings) {
      now = now.next(reading);
    }
    return now;
  }

  @Test
  void aPictureThatGetsThroughStaysAsItIs() {
    assertThat(Adaptation.NONE.next(reading(30, MIDDLING, 2_000_000))).isEqualTo(Adaptation.NONE);
  }

  @Test
  void oneThatLosesItsFramesIsMadeAsSmallAsTheLineNeeds() {
    assertThat(Adaptation.NONE.next(reading(4, MIDDLING, 150_000)).scale()).isEqualTo(4);
    assertThat(Adaptation.NONE.next(reading(4, MIDDLING, 400_000)).scale()).isEqualTo(2);
  }

  @Test
  void withBitsEnoughItIsTheProcessorAndOneStepIsTried() {
    assertThat(Adaptation.NONE.next(reading(10, MIDDLING, 2_500_000)).scale()).isEqualTo(1.5);
  }

  @Test
  void aPictureOfBlocksIsMadeSmaller() {
    assertThat(Adaptation.NONE.next(reading(30, 110, 300_000)).scale()).isGreaterThan(1);
  }

  @Test
  void itGrowsAtOnceToWhatThereIsPlentyFor() {
    Adaptation small = Adaptation.NONE.next(reading(4, MIDDLING, 150_000));

    assertThat(small.next(reading(30, MIDDLING, 500_000)).scale()).isEqualTo(2);
    assertThat(small.next(reading(30, MIDDLING, 5_000_000)).scale()).isEqualTo(1);
  }

  @Test
  void whereItIsJustEnoughItIsTriedStepByStep() {
    Adaptation small = Adaptation.NONE.next(reading(4, MIDDLING, 150_000));
    Reading justEnough = reading(30, MIDDLING, 230_000);

    assertThat(small.scale()).isEqualTo(4);
    assertThat(small.next(justEnough).scale()).isEqualTo(3);
  }

  @Test
  void aPictureThatNeedsFewBitsGrowsOnFew() {
    Adaptation small = Adaptation.NONE.next(reading(4, MIDDLING, 150_000));
    Reading simple = reading(30, FINE, 100_000);

    assertThat(small.next(simple).scale()).isEqualTo(3);
  }

  @Test
  void whatProvedTooLargeIsNotTriedAgainSoSoon() {
    Reading easy = reading(30, FINE, 150_000);
    Reading starved = reading(10, MIDDLING, 150_000);
    Adaptation fallenTwice = after(Adaptation.NONE, starved, easy, starved);

    assertThat(fallenTwice.next(easy).scale()).isEqualTo(fallenTwice.scale());
    assertThat(after(fallenTwice, easy, easy).scale()).isLessThan(fallenTwice.scale());
  }

  @Test
  void aLineThatGetsEverWorseDoesNotMakeItTimid() {
    Reading starved = reading(10, MIDDLING, 150_000);
    Reading easy = reading(30, FINE, 100_000);
    Adaptation fallen = after(Adaptation.NONE, starved, starved, starved);

    assertThat(fallen.next(easy).scale()).isLessThan(fallen.scale());
  }

  @Test
  void aCameraThatIsOffSaysNothing() {
    Adaptation small = Adaptation.NONE.next(reading(4, MIDDLING, 150_000));
    assertThat(small.next(new Reading(PIXELS, 0, 0, 0, 0))).isEqualTo(small);
  }
}
