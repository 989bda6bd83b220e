package dev.confab.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class UpgradeTest {
  private static final String ACCEPTED =
      "HTTP/1.1 101 Switching Protocols\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n";

  @Test
  void theAnswerEndsWhereTheFramesBegin() throws Exception {
    byte[] answer = (ACCEPTED + "frames").getBytes(StandardCharsets.ISO_8859_1);

    assertThat(Upgrade.answerLength(answer, answer.length)).isEqualTo(ACCEPTED.length());
    assertThat(Upgrade.answerLength(answer, ACCEPTED.length() - 1)).isZero();
  }

  @Test
  void anotherAnswerIsNone() {
    byte[] notFound = "HTTP/1.1 404 Not Found\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
    byte[] otherKey = ACCEPTED.replace("s3p", "xxx").getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> Upgrade.answerLength(notFound, notFound.length))
        .hasMessageContaining("404");
    assertThatThrownBy(() -> Upgrade.answerLength(otherKey, otherKey.length))
        .hasMessageContaining("101");
  }

  @Test
  void aSubprotocolIsAskedForWhereThereIsOne() {
    String with = new String(new Upgrade("/", "confab").request(1), StandardCharsets.US_ASCII);
    String without = new String(new Upgrade("/x", "").request(1), StandardCharsets.US_ASCII);

    assertThat(with)
        .contains("\r\nSec-WebSocket-Protocol: confab\r\n\r\n")
        .startsWith("GET / HTTP");
    assertThat(without).doesNotContain("Protocol").startsWith("GET /x HTTP").endsWith("\r\n\r\n");
  }
}
