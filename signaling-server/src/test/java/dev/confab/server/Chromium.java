package dev.confab.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.json.JsonLine;
import dev.confab.protocol.json.ProtocolException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A real browser with one page, told what to do by its own DevTools protocol: that takes a
/// WebSocket and some JSON, which are here, where Selenium and Playwright bring some dozens of jars
/// and a driver that has to be of the browser's version.
final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");

  private final Process process;
  private final Path profile;
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger lastId = new AtomicInteger();
  private final Map<Integer, CompletableFuture<Map<String, Object>>> answers =
      new ConcurrentHashMap<>();
  private final List<String> problems = new CopyOnWriteArrayList<>();
  private final WebSocket socket;

  private Chromium(Path program) throws IOException, InterruptedException {
    profile = Files.createTempDirectory("confab-chromium-");
    process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox", // root has none
                "--disable-gpu",
                "--disable-quic",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-dev-shm-usage",
                "--disable-sync",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    socket =
        http.newWebSocketBuilder()
            .buildAsync(URI.create(newPage(port())), new Ears())
            .orTimeout(Peer.PATIENCE.toSeconds(), TimeUnit.SECONDS)
            .join();
    for (String domain : List.of("Page", "Runtime", "Log")) {
      command(domain + ".enable", Map.of());
    }
  }

  /// Empty where none is installed.
  static Optional<Path> program() {
    return Stream.of(System.getenv("PATH").split(System.getProperty("path.separator"), -1))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Chromium start() throws IOException, InterruptedException {
    return new Chromium(program().orElseThrow());
  }

  /// It writes there where it listens.
  private int port() throws IOException, InterruptedException {
    Path file = profile.resolve("DevToolsActivePort");
    long end = System.nanoTime() + Peer.PATIENCE.toNanos();
    while (!Files.exists(file) || Files.readAllLines(file).size() < 2) {
      assertThat(process.isAlive()).as("the browser runs").isTrue();
      assertThat(System.nanoTime()).as("the browser listens in time").isLessThan(end);
      Thread.sleep(50);
    }
    return Integer.parseInt(Files.readAllLines(file).getFirst());
  }

  private String newPage(int port) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + "/json/new?about:blank");
    HttpRequest put = HttpRequest.newBuilder(uri).PUT(HttpRequest.BodyPublishers.noBody()).build();
    String answer = http.send(put, BodyHandlers.ofString()).body();
    return String.valueOf(read(answer).get("webSocketDebuggerUrl"));
  }

  private static Map<String, Object> read(String json) {
    try {
      return JsonLine.read(json);
    } catch (ProtocolException e) {
      throw new AssertionError(e);
    }
  }

  private final class Ears implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        heard(read(text.toString()));
        text.setLength(0);
      }
      from.request(1);
      return null;
    }
  }

  private void heard(Map<String, Object> message) {
    if (message.get("id") instanceof Number id) {
      CompletableFuture<Map<String, Object>> answer = answers.remove(id.intValue());
      if (answer != null) {
        answer.complete(message);
      }
      return;
    }
    String event = String.valueOf(message.get("method"));
    boolean told = event.equals("Log.entryAdded") && message.toString().contains("level=error");
    if (told
        || List.of("Runtime.exceptionThrown", "Page.javascriptDialogOpening").contains(event)) {
      problems.add(message.toString());
    }
  }

  private Map<String, Object> command(String method, Map<String, Object> parameters) {
    int id = lastId.incrementAndGet();
    CompletableFuture<Map<String, Object>> answer = new CompletableFuture<>();
    answers.put(id, answer);
    var _ =
        socket.sendText(
            JsonLine.of(Map.of("id", id, "method", method, "params", parameters)), true);
    return answer.orTimeout(Peer.PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  /// What a script comes to: a string, a number, a boolean, a map or a list.
  @Nullable Object evaluate(String script) {
    Map<String, Object> asked = new HashMap<>();
    asked.put("expression", script);
    asked.put("awaitPromise", true);
    asked.put("returnByValue", true);
    Map<?, ?> result = (Map<?, ?>) command("Runtime.evaluate", asked).get("result");
    if (result == null || result.containsKey("exceptionDetails")) {
      throw new AssertionError(script + " failed: " + result);
    }
    return result.get("result") instanceof Map<?, ?> value ? value.get("value") : null;
  }

  /// Waits until a script comes to `true`, whatever page is open meanwhile.
  void await(String condition) throws InterruptedException {
    long end = System.nanoTime() + Peer.PATIENCE.toNanos();
    while (!Boolean.TRUE.equals(evaluate("Boolean(" + condition + ")"))) {
      if (System.nanoTime() > end) {
        throw new AssertionError(condition + " in " + evaluate("document.body?.innerText"));
      }
      Thread.sleep(50);
    }
  }

  void open(URI page) throws InterruptedException {
    command("Page.navigate", Map.of("url", page.toString()));
    await("document.readyState === 'complete' && location.href !== 'about:blank'");
  }

  /// Types into a field, as a keyboard does.
  void type(String selector, String text) {
    evaluate("document.querySelector('" + selector + "').focus()");
    command("Input.insertText", Map.of("text", text));
  }

  void click(String selector) {
    evaluate("document.querySelector('" + selector + "').click()");
  }

  /// Uncaught errors, what the page's policy blocked, failed loads, and dialogs that a script
  /// opened.
  List<String> problems() {
    return new ArrayList<>(problems);
  }

  @Override
  public void close() {
    socket.abort();
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      deleteProfile();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void deleteProfile() {
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      profile.toFile().deleteOnExit(); // its children still write; a temporary folder it is
    }
  }
}
