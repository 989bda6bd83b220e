package dev.confab.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.server.room.Tally;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WriteQueueTest {
  private final ByteBuffer buffer = ByteBuffer.allocate(8);
  private final Tally tally = new Tally();
  private final WriteQueue queue = new WriteQueue(tally);
  private final Line line = new Line();

  @Test
  void framesAreWrittenInTheirOrderInAsFewPiecesAsFit() throws IOException {
    add("abc", "de", "f", "ghijklmnopqrs");
    line.takes = 100;

    assertThat(queue.writeTo(line, buffer)).isTrue();

    assertThat(line.text()).isEqualTo("abcdefghijklmnopqrs");
    assertThat(line.writes).isEqualTo(3);
    assertThat(queue.isEmpty()).isTrue();
    assertThat(queue.bytes()).isZero();
    assertThat(queue.written()).isEqualTo(19);
  }

  @Test
  void whatTheLineDoesNotTakeIsWrittenWhenItTakesMore() throws IOException {
    add("abc", "defghij");
    line.takes = 5;

    assertThat(queue.writeTo(line, buffer)).isFalse();
    assertThat(queue.bytes()).isEqualTo(5);
    assertThat(queue.frames()).isEqualTo(1);
    assertThat(queue.writeTo(line, buffer)).isFalse();
    assertThat(queue.written()).isEqualTo(5);

    add("k");
    line.takes = 100;
    assertThat(queue.writeTo(line, buffer)).isTrue();
    assertThat(line.text()).isEqualTo("abcdefghijk");
  }

  @Test
  void whatIsGivenUpLeavesNoHalfOfAFrame() throws IOException {
    add("abc", "defghij", "klm");
    line.takes = 5;
    assertThat(queue.writeTo(line, buffer)).isFalse();

    queue.dropWhole();
    assertThat(tally.bytes()).isEqualTo(5);
    line.takes = 100;
    assertThat(queue.writeTo(line, buffer)).isTrue();

    assertThat(line.text()).isEqualTo("abcdefghij");
    assertThat(tally.bytes()).isZero();
  }

  @Test
  void theTallyHasWhatWaitsAtAll() {
    add("abc", "de");
    WriteQueue other = new WriteQueue(tally);
    other.add(ByteBuffer.allocate(4));
    assertThat(tally.bytes()).isEqualTo(9);

    queue.clear();
    assertThat(tally.bytes()).isEqualTo(4);
  }

  private void add(String... frames) {
    for (String frame : frames) {
      queue.add(ByteBuffer.wrap(frame.getBytes(StandardCharsets.US_ASCII)));
    }
  }

  /// Takes so many bytes more.
  private static final class Line implements ByteChannel {
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private int takes;
    private int writes;

    String text() {
      return taken.toString(StandardCharsets.US_ASCII);
    }

    @Override
    public int write(ByteBuffer bytes) {
      int count = Math.min(takes, bytes.remaining());
      takes -= count;
      writes += count > 0 ? 1 : 0;
      for (int i = 0; i < count; i++) {
        taken.write(bytes.get());
      }
      return count;
    }

    @Override
    public int read(ByteBuffer bytes) {
      return 0;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }
}
