package dev.confab.client.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class GoertzelTest {
  private final short[] window = new short[4800];

  @Test
  void aPureToneIsAllOfTheSound() {
    new Tone(1000, 0.3).read(window);
    assertThat(Goertzel.share(window, 1000, 48_000)).isCloseTo(1, within(0.001));
  }

  @Test
  void anotherToneIsNoneOfIt() {
    new Tone(1000, 0.3).read(window);
    assertThat(Goertzel.share(window, 1100, 48_000)).isLessThan(0.001);
  }

  @Test
  void ofTwoEqualTonesEachIsHalf() {
    short[] other = new short[window.length];
    new Tone(1000, 0.3).read(window);
    new Tone(440, 0.3).read(other);
    for (int i = 0; i < window.length; i++) {
      window[i] += other[i];
    }
    assertThat(Goertzel.share(window, 1000, 48_000)).isCloseTo(0.5, within(0.01));
  }

  @Test
  void noiseHasHardlyAnyOfOneFrequency() {
    Random random = new Random(1);
    for (int i = 0; i < window.length; i++) {
      window[i] = (short) random.nextInt();
    }
    assertThat(Goertzel.share(window, 1000, 48_000)).isLessThan(0.01);
  }

  @Test
  void silenceHasNone() {
    assertThat(Goertzel.share(window, 1000, 48_000)).isZero();
  }
}
