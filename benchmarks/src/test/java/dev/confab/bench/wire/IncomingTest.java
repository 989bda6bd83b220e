package dev.confab.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncomingTest {
  @Test
  void framesAreTakenApartWhereverTheyAreCut() throws Exception {
    List<String> texts = List.of("short", "", "x".repeat(126), "y".repeat(70_000), "end");
    byte[] all = frames(texts, 0);
    for (int cut : List.of(0, 1, 2, 6, 7, 8, 9, 10, 11, 12, 140, 150, all.length - 1, all.length)) {
      List<String> came = new ArrayList<>();
      int used = Incoming.take(all.clone(), 0, cut, sink(came));
      used += Incoming.take(all.clone(), used, all.length, sink(came));

      assertThat(used).isEqualTo(all.length);
      assertThat(came).as("cut at %d", cut).isEqualTo(texts);
    }
  }

  @Test
  void whatIsMaskedIsUnmasked() throws Exception {
    List<String> texts = List.of("Hello", "z".repeat(300));
    List<String> came = new ArrayList<>();
    byte[] all = frames(texts, Frames.MASKED);

    Incoming.take(all, 0, all.length, sink(came));

    assertThat(came).isEqualTo(texts);
  }

  @Test
  void fragmentsAndGiantsEndTheConnection() {
    byte[] fragment = HexFormat.of().parseHex("010161");
    byte[] giant = HexFormat.of().parseHex("817f7fffffffffffffff");

    assertThatThrownBy(() -> Incoming.take(fragment, 0, 3, sink(new ArrayList<>())))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> Incoming.take(giant, 0, 10, sink(new ArrayList<>())))
        .isInstanceOf(IOException.class);
  }

  private static Incoming.Sink sink(List<String> texts) {
    return (opcode, bytes, from, to) ->
        texts.add(new String(bytes, from, to - from, StandardCharsets.UTF_8));
  }

  private static byte[] frames(List<String> texts, int masked) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      byte[] frame = new byte[Frames.MAX_HEAD + bytes.length];
      int end = Frames.head(frame, 0, Frames.TEXT, masked, bytes.length);
      if (masked == 0) {
        System.arraycopy(bytes, 0, frame, end, bytes.length);
        end += bytes.length;
      } else {
        end = Frames.masked(frame, end, 0x01020304, bytes, bytes.length);
      }
      all.write(frame, 0, end);
    }
    return all.toByteArray();
  }
}
