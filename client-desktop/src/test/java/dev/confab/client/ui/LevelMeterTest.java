package dev.confab.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LevelMeterTest {
  @Test
  void silenceLightsNothingAndTheLoudestAll() {
    assertThat(LevelMeter.lights(0)).isZero();
    assertThat(LevelMeter.lights(0.001)).isZero();
    assertThat(LevelMeter.lights(1)).isEqualTo(24);
    assertThat(LevelMeter.lights(7)).isEqualTo(24);
  }

  @Test
  void twiceAsLoudIsASmallStep() {
    assertThat(LevelMeter.lights(0.2) - LevelMeter.lights(0.1)).isBetween(2, 3);
  }
}
