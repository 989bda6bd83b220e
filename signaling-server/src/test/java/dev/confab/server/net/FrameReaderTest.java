package dev.confab.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {
  private static final int MAX = 70_000;
  private static final int FIN = 0x80;
  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private final FrameReader reader = new FrameReader(MAX);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 125, 126, 1000, 65_535, 65_536, MAX})
  void aTextOfAnyLengthComesOutUnmasked(int length) throws InvalidDataException {
    String text = "0123456789".repeat(length / 10 + 1).substring(0, length);

    List<Framedata> frames = reader.read(frame(FIN | TEXT, utf8(text)));

    assertThat(texts(frames)).containsExactly(text);
    assertThat(frames.getFirst().isFin()).isTrue();
  }

  @Test
  void framesComeOutWhole_howeverTheyAreCut() throws InvalidDataException {
    List<String> texts = List.of("", "a", "é€😀", "x".repeat(200), "y".repeat(66_000), "end");
    ByteBuffer all = ByteBuffer.allocate(100_000);
    texts.forEach(text -> all.put(frame(FIN | TEXT, utf8(text))));
    all.flip();
    for (int piece : new int[] {1, 2, 3, 5, 7, 13, 100, 1000, 65_000}) {
      List<Framedata> frames = new ArrayList<>();
      for (int at = 0; at < all.limit(); at += piece) {
        frames.addAll(reader.read(all.slice(at, Math.min(piece, all.limit() - at))));
      }
      assertThat(texts(frames)).as("in pieces of %d", piece).isEqualTo(texts);
    }
  }

  @Test
  void aControlFrameBetweenFragmentsIsOneOfItsOwn() throws InvalidDataException {
    ByteBuffer both = ByteBuffer.allocate(100);
    both.put(frame(TEXT, utf8("half"))).put(frame(FIN | PING, utf8("?"))).flip();

    List<Framedata> frames = reader.read(both);

    assertThat(frames).extracting(Framedata::getOpcode).containsExactly(Opcode.TEXT, Opcode.PING);
    assertThat(frames).extracting(Framedata::isFin).containsExactly(false, true);
  }

  @Test
  void aHeaderAloneSaysThatAFrameIsTooBig() {
    ByteBuffer header = ByteBuffer.allocate(14).put((byte) (FIN | TEXT)).put((byte) 255);
    header.putLong(MAX + 1).putInt(0).flip();

    assertRefused(header, CloseFrame.TOOBIG);
  }

  @Test
  void aLengthOf64BitsIsNotTakenForANegativeOne() {
    ByteBuffer header = ByteBuffer.allocate(14).put((byte) (FIN | TEXT)).put((byte) 255);
    header.putLong(-1).putInt(0).flip();

    assertRefused(header, CloseFrame.TOOBIG);
  }

  @Test
  void whatIsNotUtf8IsRefused() {
    byte[] half = {'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', (byte) 0xC3};
    assertRefused(frame(FIN | TEXT, half), CloseFrame.NO_UTF8);
    byte[] surrogate = {(byte) 0xED, (byte) 0xA0, (byte) 0x80};
    assertRefused(frame(FIN | TEXT, surrogate), CloseFrame.NO_UTF8);
  }

  @Test
  void whatBreaksTheFramingIsRefused() {
    assertRefused(ByteBuffer.wrap(new byte[] {(byte) (FIN | TEXT), 1, 'x'}), 1002);
    assertRefused(frame(FIN | 0x40 | TEXT, utf8("compressed?")), 1002);
    assertRefused(frame(FIN | 3, utf8("no such kind")), 1002);
    assertRefused(frame(FIN | 11, utf8("no such kind")), 1002);
    assertRefused(frame(PING, utf8("in fragments")), 1002);
    assertRefused(frame(FIN | PING, new byte[126]), 1002);
    assertRefused(frame(FIN | CLOSE, new byte[] {3, (byte) 0xED}), 1002); // 1005
  }

  @Test
  void aFrameThatIsOnlyAnnouncedTakesNoMemory() throws InvalidDataException {
    ByteBuffer begin = frame(FIN | TEXT, new byte[65_000]).limit(100);

    assertThat(reader.read(begin)).isEmpty();
    assertThat(reader.keptBytes()).isBetween(100, 200);
  }

  @Test
  void afterAResetWhatHadBegunIsForgotten() throws InvalidDataException {
    reader.read(frame(FIN | TEXT, utf8("lost")).limit(8));
    reader.reset();

    assertThat(texts(reader.read(frame(FIN | TEXT, utf8("new"))))).containsExactly("new");
  }

  private void assertRefused(ByteBuffer bytes, int code) {
    assertThatThrownBy(() -> reader.read(bytes.duplicate()))
        .isInstanceOf(InvalidDataException.class);
    InvalidDataException refusal =
        catchThrowableOfType(InvalidDataException.class, () -> reader.read(bytes));
    assertThat(refusal.getCloseCode()).isEqualTo(code);
    reader.reset();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> texts(List<Framedata> frames) {
    return frames.stream()
        .map(frame -> StandardCharsets.UTF_8.decode(frame.getPayloadData()).toString())
        .toList();
  }

  private static ByteBuffer frame(int first, byte[] payload) {
    byte[] mask = {0x12, (byte) 0x9A, 0x56, (byte) 0xFE};
    ByteBuffer frame = ByteBuffer.allocate(14 + payload.length).put((byte) first);
    if (payload.length < 126) {
      frame.put((byte) (0x80 | payload.length));
    } else if (payload.length < 65_536) {
      frame.put((byte) 254).putShort((short) payload.length);
    } else {
      frame.put((byte) 255).putLong(payload.length);
    }
    frame.put(mask);
    for (int i = 0; i < payload.length; i++) {
      frame.put((byte) (payload[i] ^ mask[i % 4]));
    }
    return frame.flip();
  }
}
