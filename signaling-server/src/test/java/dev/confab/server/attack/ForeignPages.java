package dev.confab.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.server.RawClient;
import java.nio.charset.StandardCharsets;
import java.util.List;

final class ForeignPages implements Attack {
  @Override
  public String what() {
    return "web pages ask for a WebSocket, and are forbidden it";
  }

  @Override
  public void run(Siege siege) throws Exception {
    String request = new String(RawClient.handshake("confab"), StandardCharsets.US_ASCII);
    while (siege.goesOn()) {
      for (String origin : List.of("https://evil.example", "null", "http://127.0.0.1", "")) {
        try (RawClient page = siege.server().client(siege.address(0))) {
          String asked = request.replace("Host:", "Origin: " + origin + "\r\nHost:");
          page.write(asked.getBytes(StandardCharsets.US_ASCII));
          assertThat(page.readHead()).startsWith("HTTP/1.1 403");
          page.awaitEnd();
        }
        Thread.sleep(250);
      }
    }
  }
}
