package dev.confab.client.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class YuvTest {
  @Test
  void blackAndWhiteAreTheEndsOfTheLimitedRange() {
    assertThat(Yuv.ofRgb(0, 0, 0)).isEqualTo(Yuv.BLACK);
    assertThat(Yuv.ofRgb(1, 1, 1)).isEqualTo(Yuv.WHITE);
  }

  @Test
  void redIsWhatTheStandardSays() {
    assertThat(Yuv.ofRgb(1, 0, 0)).isEqualTo(new Yuv(81, 90, 240));
  }

  @Test
  void aHueIsAnAngle() {
    assertThat(Yuv.ofHsv(0, 1, 1)).isEqualTo(Yuv.ofRgb(1, 0, 0));
    assertThat(Yuv.ofHsv(120, 1, 1)).isEqualTo(Yuv.ofRgb(0, 1, 0));
    assertThat(Yuv.ofHsv(-120, 1, 1)).isEqualTo(Yuv.ofRgb(0, 0, 1));
    assertThat(Yuv.ofHsv(480, 1, 1)).isEqualTo(Yuv.ofHsv(120, 1, 1));
  }
}
