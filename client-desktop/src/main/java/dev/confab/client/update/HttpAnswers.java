package dev.confab.client.update;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks by HTTP, with a client that lives as long as the question. The request says nothing that
/// differs between persons: no version, no system, no language, no cookie.
public final class HttpAnswers implements Answers {
  private static final String USER_AGENT = "Confab";
  private static final int MAX_REDIRECTS = 3;
  private static final Duration CLOSE = Duration.ofSeconds(2);
  private final Duration limit;

  public HttpAnswers() {
    this(Duration.ofSeconds(15));
  }

  /// `limit` is for all of it: names, connections, redirects, bodies.
  HttpAnswers(Duration limit) {
    this.limit = limit;
  }

  @Override
  public String get(URI address) throws IOException, InterruptedException {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    try {
      return get(client, address, System.nanoTime() + limit.toNanos());
    } finally {
      client.shutdownNow();
      client.awaitTermination(CLOSE);
    }
  }

  // Redirects are followed here, since each step has to be as safe as the first address.
  private static String get(HttpClient client, URI first, long deadline)
      throws IOException, InterruptedException {
    URI address = first;
    for (int step = 0; step <= MAX_REDIRECTS; step++) {
      HttpResponse<byte[]> response = send(client, address, deadline);
      Optional<String> next = response.headers().firstValue("Location");
      if (response.statusCode() == 200) {
        return new String(response.body(), StandardCharsets.UTF_8);
      }
      if (response.statusCode() / 100 != 3 || next.isEmpty()) {
        throw new IOException("the answer is HTTP " + response.statusCode());
      }
      address = next(address, next.get());
    }
    throw new IOException("redirected too often");
  }

  /// Who is elsewhere is not to send it to programs on this computer: from `https` it goes to
  /// `https`.
  static URI next(URI from, String location) throws IOException {
    try {
      URI to = from.resolve(location);
      if (UpdateSource.isSafe(to) && (isHttps(to) || !isHttps(from))) {
        return to;
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("redirected to what is not an address", e);
    }
    throw new IOException("redirected to an address that is not safe");
  }

  private static boolean isHttps(URI address) {
    return "https".equalsIgnoreCase(address.getScheme());
  }

  private static HttpResponse<byte[]> send(HttpClient client, URI address, long deadline)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("User-Agent", USER_AGENT)
            .header("Accept", "application/jose+json, application/json")
            .build();
    CompletableFuture<HttpResponse<byte[]>> response =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_LENGTH));
    try {
      return response.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new IOException("no answer", e.getCause());
    } catch (TimeoutException e) {
      throw new IOException("no answer in time", e);
    } finally {
      response.cancel(true); // of no effect on what is done
    }
  }
}
