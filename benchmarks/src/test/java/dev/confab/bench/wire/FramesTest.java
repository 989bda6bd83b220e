package dev.confab.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {
  /// RFC 6455, section 5.7: "A single-frame masked text message".
  @Test
  void aMaskedMessageIsThatOfTheRfc() {
    byte[] text = "Hello".getBytes(StandardCharsets.UTF_8);
    byte[] frame = new byte[11];

    int head = Frames.head(frame, 0, Frames.TEXT, Frames.MASKED, text.length);
    int end = Frames.masked(frame, head, 0x3d21fa37, text, text.length);

    assertThat(end).isEqualTo(frame.length);
    assertThat(frame).isEqualTo(HexFormat.of().parseHex("818537fa213d7f9f4d5158"));
  }

  @ParameterizedTest
  @CsvSource({"125,817d", "126,817e007e", "65535,817effff", "65536,817f0000000000010000"})
  void aHeadHasTheShortestLengthThatDoes(int length, String expected) {
    byte[] frame = new byte[Frames.MAX_HEAD];

    int end = Frames.head(frame, 0, Frames.TEXT, 0, length);

    assertThat(HexFormat.of().formatHex(frame, 0, end)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 7, 8, 9, 15, 16, 17, 2500})
  void maskingUndoesItselfWhateverTheLength(int length) {
    byte[] text = new byte[length];
    for (int i = 0; i < length; i++) {
      text[i] = (byte) (31 * i);
    }
    byte[] masked = new byte[length];

    Frames.mask(text, 0, masked, 0, length, 0xcafe1234);
    for (int i = 0; i < length; i++) { // byte by byte, as the RFC says it
      assertThat(masked[i]).isEqualTo((byte) (text[i] ^ (0xcafe1234 >> (8 * (i % 4)))));
    }
    Frames.mask(masked, 0, masked, 0, length, 0xcafe1234);

    assertThat(masked).isEqualTo(text);
  }

  @Test
  void theReasonOfAnEndIsTold() {
    byte[] text = HexFormat.of().parseHex("0fa3746f6f2066617374");

    assertThat(Frames.closing(text, 0, text.length)).isEqualTo("closed with 4003 too fast");
    assertThat(Frames.closing(text, 0, 0)).isEqualTo("closed");
  }
}
