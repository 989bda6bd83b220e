package dev.confab.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.LimitExceededException;
import org.junit.jupiter.api.Test;

class FragmentsTest {
  private final Fragments message = new Fragments(Opcode.TEXT, 10);

  private void add(String text) throws LimitExceededException {
    ByteBuffer within =
        ByteBuffer.wrap(("<" + text + ">").getBytes(StandardCharsets.UTF_8), 1, text.length())
            .slice();
    message.add(within);
  }

  @Test
  void theyAreOneMessageInTheirOrder() throws LimitExceededException {
    add("one ");
    add("");
    add("two");
    assertThat(message.all()).asString().isEqualTo("one two");
  }

  @Test
  void theyAreBoundedTogether() throws LimitExceededException {
    add("12345");
    add("67890");
    assertThatThrownBy(() -> add("1")).isInstanceOf(LimitExceededException.class);
  }

  @Test
  void thereAreNotAnyNumberOfThem() throws LimitExceededException {
    for (int i = 0; i < Fragments.MAX_FRAGMENTS; i++) {
      add("");
    }
    assertThatThrownBy(() -> add("")).isInstanceOf(LimitExceededException.class);
  }
}
