package dev.confab.client.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.confab.client.settings.PropertiesFile;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The whole question, by a real HTTP client to a real server on this computer.
@Timeout(120)
class HttpAnswersIT {
  private static final Duration GENEROUS = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(700);

  @TempDir Path folder;
  private final Signer signer = new Signer();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch over = new CountDownLatch(1);
  private final List<String> requests = new CopyOnWriteArrayList<>();

  @SuppressWarnings("NullAway.Init") // by serve
  private HttpServer server;

  HttpAnswersIT() throws GeneralSecurityException {}

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void end() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void at(String path, HttpHandler handler) {
    server.createContext(
        path,
        exchange -> {
          requests.add(path);
          try (exchange) {
            handler.handle(exchange);
          }
        });
  }

  private void at(String path, String body) {
    at(path, exchange -> respond(exchange, body));
  }

  private static void respond(HttpExchange exchange, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private void redirect(String path, String location) {
    at(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Location", location);
          exchange.sendResponseHeaders(302, -1);
        });
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private Optional<String> ask(Duration limit) throws Exception {
    UpdateCheck check =
        new UpdateCheck(
            signer.source(url("/u"), true),
            SemanticVersion.parse("0.2.0"),
            new UpdateMemory(new PropertiesFile(folder.resolve("updates.properties"))),
            new HttpAnswers(limit),
            Clock.systemUTC());
    return check.ask().map(it -> it.version().toString());
  }

  private Optional<String> ask() throws Exception {
    return ask(GENEROUS);
  }

  @Test
  void aSignedAnswerIsFound() throws Exception {
    at("/u", signer.notice("0.3.0"));

    assertThat(ask()).contains("0.3.0");
    assertThat(requests).containsExactly("/u");
  }

  @Test
  void theRequestSaysNothingAboutThePerson() throws Exception {
    AtomicReference<@Nullable String> request = new AtomicReference<>();
    at(
        "/u",
        exchange -> {
          request.set(
              exchange.getRequestMethod()
                  + exchange.getRequestURI()
                  + exchange.getRequestHeaders().get("User-agent"));
          assertThat(exchange.getRequestHeaders().keySet())
              .isSubsetOf("Accept", "Connection", "Content-length", "Host", "User-agent");
          respond(exchange, signer.notice("0.3.0"));
        });

    assertThat(ask()).contains("0.3.0");
    assertThat(request.get()).isEqualTo("GET/u[Confab]");
  }

  @Test
  void nothingOfTheQuestionGoesOn() throws Exception {
    at("/u", signer.notice("0.3.0"));
    ask();

    assertNothingGoesOn();
  }

  private static void assertNothingGoesOn() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("HttpClient")) {
        assertThat(thread.join(Duration.ofSeconds(20))).as("%s ends", thread.getName()).isTrue();
      }
    }
  }

  @Test
  void anAnswerThatWasChangedIsNotBelieved() throws Exception {
    String good = signer.notice("0.3.0");
    at(
        "/u",
        good.replace(
            Signer.base64Url(Signer.payload("0.3.0")), Signer.base64Url(Signer.payload("9.0.0"))));

    assertThat(ask()).isEmpty();
  }

  @Test
  void aSignatureThatWasChangedIsNotBelieved() throws Exception {
    String good = signer.notice("0.3.0");
    int at = good.indexOf("\"signature\":\"") + 20;
    at("/u", good.substring(0, at) + (good.charAt(at) == 'A' ? 'B' : 'A') + good.substring(at + 1));

    assertThat(ask()).isEmpty();
  }

  @Test
  void theAnswerOfAnotherKeyIsNotBelieved() throws Exception {
    at("/u", new Signer().notice("0.3.0"));

    assertThat(ask()).isEmpty();
  }

  @Test
  void anAnswerOfAnotherKindIsNotBelieved() throws Exception {
    at("/u", signer.jws("{\"alg\":\"none\",\"typ\":\"confab-update\"}", Signer.payload("0.3.0")));

    assertThat(ask()).isEmpty();
    assertThat(requests).hasSize(1);
  }

  @Test
  void aMissingAnswerIsNone() throws Exception {
    assertThat(ask()).isEmpty();
    assertThatThrownBy(() -> new HttpAnswers(GENEROUS).get(URI.create(url("/u"))))
        .hasMessage("the answer is HTTP 404");
  }

  @Test
  void aHugeAnswerIsNotReadToItsEnd() throws Exception {
    CountDownLatch given = new CountDownLatch(1);
    at(
        "/u",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] spaces = " ".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
          try (OutputStream out = exchange.getResponseBody()) {
            while (true) {
              out.write(spaces);
            }
          } catch (IOException e) {
            given.countDown(); // the other one has had enough
          }
        });

    assertThat(ask()).isEmpty();
    assertThat(given.await(60, TimeUnit.SECONDS)).isTrue();
    assertNothingGoesOn();
  }

  @Test
  void anAnswerThatIsJustTooLongIsRefused() throws Exception {
    String good = signer.notice("0.3.0");
    at("/u", good + " ".repeat(Answers.MAX_LENGTH - good.length() + 1));
    at("/fits", good + " ".repeat(Answers.MAX_LENGTH - good.length()));

    assertThat(ask()).isEmpty();
    assertThat(new HttpAnswers(GENEROUS).get(URI.create(url("/fits")))).hasSize(Answers.MAX_LENGTH);
  }

  @Test
  void aBodyThatDoesNotEndIsNotWaitedFor() throws Exception {
    at(
        "/u",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          await();
        });

    assertThat(ask(SHORT)).isEmpty();
    assertThat(requests).hasSize(1);
    assertNothingGoesOn();
  }

  @Test
  void aServerThatSaysNothingIsNotWaitedFor() throws Exception {
    at("/u", _ -> await());

    assertThat(ask(SHORT)).isEmpty();
    assertNothingGoesOn();
  }

  private void await() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whoIsInterruptedLeavesNothingBehind() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    at(
        "/u",
        _ -> {
          asked.countDown();
          await();
        });
    AtomicReference<@Nullable Throwable> end = new AtomicReference<>();
    Thread asker =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    new HttpAnswers(GENEROUS).get(URI.create(url("/u")));
                  } catch (IOException | InterruptedException e) {
                    end.set(e);
                  }
                });
    assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();

    asker.interrupt();

    assertThat(asker.join(GENEROUS)).isTrue();
    assertThat(end.get()).isInstanceOf(InterruptedException.class);
    assertNothingGoesOn();
  }

  @Test
  void aRedirectToASafeAddressIsFollowed() throws Exception {
    redirect("/u", "/v");
    redirect("/v", url("/w"));
    at("/w", signer.notice("0.3.0"));

    assertThat(ask()).contains("0.3.0");
    assertThat(requests).containsExactly("/u", "/v", "/w");
  }

  @Test
  void aRedirectToAnUnsafeAddressIsNotFollowed() throws Exception {
    redirect("/u", "http://192.0.2.1/u");

    assertThatThrownBy(() -> new HttpAnswers(GENEROUS).get(URI.create(url("/u"))))
        .hasMessage("redirected to an address that is not safe");
    assertThat(ask()).isEmpty();
  }

  @Test
  void aCircleOfRedirectsEnds() throws Exception {
    redirect("/u", "/u");

    assertThat(ask()).isEmpty();
    assertThat(requests).hasSize(4);
  }

  @Test
  void nobodyThereIsNoAnswer() throws Exception {
    server.stop(0);

    assertThat(ask()).isEmpty();
  }
}
