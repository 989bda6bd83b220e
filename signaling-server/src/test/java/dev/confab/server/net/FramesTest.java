package dev.confab.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FramesTest {
  /// RFC 6455, section 5.2: the shortest form of the length.
  @ParameterizedTest
  @CsvSource({
    "0, 81 00",
    "125, 81 7d",
    "126, 81 7e 00 7e",
    "65535, 81 7e ff ff",
    "65536, 81 7f 00 00 00 00 00 01 00 00"
  })
  void theHeaderStandsBeforeTheText(int length, String header) {
    byte[] bytes = new byte[Frames.MAX_HEADER + length];
    for (int i = Frames.MAX_HEADER; i < bytes.length; i++) {
      bytes[i] = 'x';
    }
    ByteBuffer frame = Frames.text(bytes);
    StringBuilder hex = new StringBuilder();
    while (frame.remaining() > length) {
      hex.append(hex.isEmpty() ? "" : " ").append("%02x".formatted(frame.get()));
    }
    assertThat(hex.toString()).isEqualTo(header);
    while (frame.hasRemaining()) {
      assertThat(frame.get()).isEqualTo((byte) 'x');
    }
  }

  /// What has not begun to be written may still be dropped.
  @Test
  void aFrameBeginsAtItsOwnBeginning() {
    assertThat(Frames.text(new byte[Frames.MAX_HEADER + 1]).position()).isZero();
  }

  @Test
  void aPingHoldsItsNumber() {
    ByteBuffer ping = Frames.ping(7);
    assertThat(ping.getShort()).isEqualTo((short) 0x8908);
    assertThat(ping.getLong()).isEqualTo(7);
    assertThat(ping.hasRemaining()).isFalse();
  }
}
