package dev.confab.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.server.RawClient;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

final class CompressedBombs implements Attack {
  /// What says that a message is compressed (RFC 7692, section 6).
  private static final byte RSV1 = 0x40;

  private static final int PROTOCOL_ERROR = 1002;

  @Override
  public String what() {
    return "64 MB of zeros in 64 kB are offered compressed: nothing is unpacked, and the socket is closed";
  }

  @Override
  public void run(Siege siege) throws Exception {
    byte[] bomb = Foe.frame(RawClient.TEXT, packed());
    bomb[0] |= RSV1;
    while (siege.goesOn()) {
      try (RawClient socket = siege.server().client(siege.address(0))) {
        socket.write(offer());
        assertThat(socket.readHead()).startsWith("HTTP/1.1 101").doesNotContain("Extensions");
        socket.write(bomb);
        assertThat(socket.awaitClose()).isEqualTo(PROTOCOL_ERROR);
      }
      Thread.sleep(1000);
    }
  }

  private static byte[] offer() {
    String request = new String(RawClient.handshake("confab"), StandardCharsets.US_ASCII);
    String extension = "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n";
    return request
        .replace("Upgrade: websocket", extension + "Upgrade: websocket")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] packed() {
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
      deflater.setInput(new byte[66 << 20]);
      byte[] packed = new byte[63_000];
      assertThat(deflater.deflate(packed)).isEqualTo(packed.length);
      return packed;
    }
  }
}
