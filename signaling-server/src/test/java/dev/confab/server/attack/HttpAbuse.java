package dev.confab.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.server.RawClient;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

final class HttpAbuse implements Attack {
  @Override
  public String what() {
    return "slow requests, endless headers, guessed passwords and orders without a login reach nothing on the second port, whose health is seen all the while";
  }

  @Override
  public void run(Siege siege) throws Exception {
    Siege.together(
        4,
        i -> {
          switch (i) {
            case 0 -> Siege.together(30, _ -> trickle(siege));
            case 1 -> sendHeaders(siege);
            case 2 -> guess(siege);
            default -> order(siege);
          }
        });
  }

  private static RawClient client(Siege siege) throws IOException {
    return new RawClient(RawClient.connect(siege.server().page("/"), null));
  }

  private void trickle(Siege siege) throws Exception {
    try (RawClient slow = client(siege)) {
      slow.write("GET /metrics HTTP/1.1\r\nX: ".getBytes(StandardCharsets.US_ASCII));
      while (siege.goesOn()) {
        slow.write(new byte[] {'x'});
        Thread.sleep(400);
      }
      slow.awaitEnd();
    } catch (SocketException cut) {
      assertThat(siege.goesOn()).as("it was cut off before the end of the siege").isTrue();
    }
  }

  private void sendHeaders(Siege siege) throws Exception {
    byte[] header = "X-%s: y\r\n".formatted("x".repeat(1000)).getBytes(StandardCharsets.US_ASCII);
    while (siege.goesOn()) {
      try (RawClient bomber = client(siege)) {
        bomber.write("GET /metrics HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < 1000; i++) {
          bomber.write(header);
        }
        bomber.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(bomber.readHead()).doesNotStartWith("HTTP/1.1 200");
      } catch (SocketException | EOFException cut) {
        // that is how it has to end
      }
      Thread.sleep(1000);
    }
  }

  private void guess(Siege siege) throws Exception {
    int looked = 0;
    for (int i = 0; i < 12; i++) {
      int status = post(siege, "/dashboard/login", "password=guess" + i, "same-origin");
      assertThat(status).isIn(403, 429);
      looked += status == 403 ? 1 : 0;
    }
    assertThat(looked).isBetween(1, 7);
  }

  private void order(Siege siege) throws Exception {
    while (siege.goesOn()) {
      String deed = "deed=close&token=x&room=" + Pair.ROOM;
      assertThat(post(siege, "/dashboard/act", deed, "same-origin")).isEqualTo(401);
      assertThat(post(siege, "/dashboard/act", deed, "cross-site")).isEqualTo(403);
      assertThat(siege.server().get("/healthz").statusCode()).isEqualTo(200);
      Thread.sleep(500);
    }
  }

  private static int post(Siege siege, String path, String form, String site) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(siege.server().page(path))
              .headers("Content-Type", "application/x-www-form-urlencoded", "Sec-Fetch-Site", site)
              .POST(HttpRequest.BodyPublishers.ofString(form))
              .build();
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }
}
