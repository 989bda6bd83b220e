package dev.confab.client.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class StampCodeTest {
  @Test
  void whatIsWrittenIsRead() {
    long number = 0x89ABCDEFL;
    long time = 0x0123_4567_89ABL;
    long upper = StampCode.upperRow(number, time);
    long lower = StampCode.lowerRow(number, time);
    assertThat(StampCode.decode(upper, lower)).contains(new FrameStamp(number, time));
  }

  @Test
  void oneWrongCellIsNoticedWhereverItIs() {
    long upper = StampCode.upperRow(1234, 5678);
    long lower = StampCode.lowerRow(1234, 5678);
    for (int bit = 0; bit < StampCode.COLUMNS; bit++) {
      assertThat(StampCode.decode(upper ^ 1L << bit, lower)).isEmpty();
      assertThat(StampCode.decode(upper, lower ^ 1L << bit)).isEmpty();
    }
  }

  @Test
  void ofALongNumberTheLowerHalfIsCarried() {
    long number = (7L << 32) + 5;
    assertThat(StampCode.decode(StampCode.upperRow(number, 0), StampCode.lowerRow(number, 0)))
        .contains(new FrameStamp(5, 0));
  }
}
