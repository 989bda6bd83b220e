package dev.confab.client.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class ToneTest {
  private final short[] block = new short[SoundSource.BLOCK];

  @Test
  void theFrequencyIsTheOneAskedFor() {
    Tone tone = new Tone(440, 0.5);
    short[] second = new short[SoundSource.SAMPLE_RATE];
    tone.read(second);
    assertThat(Goertzel.share(second, 440, SoundSource.SAMPLE_RATE)).isGreaterThan(0.99);
  }

  @Test
  void theAmplitudeIsTheOneAskedFor() {
    Tone tone = new Tone(1000, 0.5);
    tone.read(block);
    int loudest = 0;
    for (short sample : block) {
      loudest = Math.max(loudest, Math.abs(sample));
    }
    assertThat(loudest).isBetween(16_380, 16_384);
  }

  @Test
  void blocksJoinWithoutAClick() {
    Tone tone = new Tone(437, 1);
    short last = 0;
    int steepest = 0;
    for (int i = 0; i < 200; i++) {
      tone.read(block);
      for (short sample : block) {
        steepest = Math.max(steepest, Math.abs(sample - last));
        last = sample;
      }
    }
    assertThat(steepest).isLessThan((int) (2 * Math.PI * 437 / 48_000 * Short.MAX_VALUE) + 2);
  }

  @Test
  void afterMinutesTheFrequencyIsStillTheSame() {
    Tone tone = new Tone(440, 0.5);
    short[] minute = new short[60 * SoundSource.SAMPLE_RATE];
    for (int i = 0; i < 10; i++) {
      tone.read(minute);
    }
    assertThat(Goertzel.share(minute, 440, SoundSource.SAMPLE_RATE)).isGreaterThan(0.99);
  }

  @Test
  void whatCannotBeHeardOrPlayedIsRefused() {
    assertThatThrownBy(() -> new Tone(24_000, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Tone(440, 1.5)).isInstanceOf(IllegalArgumentException.class);
  }
}
