package dev.confab.client.rtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LoudnessTest {
  @Test
  void silenceIsNothing() {
    assertThat(Loudness.of(new short[480])).isZero();
  }

  @Test
  void nothingAtAllIsNothing() {
    assertThat(Loudness.of(new short[0])).isZero();
  }

  @Test
  void fullScaleIsAll() {
    short[] full = new short[480];
    Arrays.fill(full, Short.MIN_VALUE);
    assertThat(Loudness.of(full)).isEqualTo(1, within(0.001));
  }

  @Test
  void halfTheDecibelsAreHalfTheMeter() {
    short[] quiet = new short[480];
    Arrays.fill(quiet, (short) (32768 * Math.pow(10, -30 / 20.0)));
    assertThat(Loudness.of(quiet)).isEqualTo(0.5, within(0.001));
  }

  @Test
  void bytesAreLittleEndian() {
    assertThat(Loudness.of(new byte[] {0, 64})).isEqualTo(Loudness.of(new short[] {16384}));
  }
}
