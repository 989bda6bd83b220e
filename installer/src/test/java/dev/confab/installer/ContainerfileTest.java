package dev.confab.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import dev.confab.protocol.json.JsonLine;
import dev.confab.server.HttpSettings;
import dev.confab.server.ServerConfig;
import dev.confab.server.SignalingServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What of the container's file can be seen without an engine that builds it.
class ContainerfileTest {
  private final List<String> steps = steps();

  /// Without comments, and each on one line.
  private static List<String> steps() {
    try {
      Path here = Path.of("installer/src/main/container/Containerfile");
      Path file = Files.exists(here) ? here : Path.of("src/main/container/Containerfile");
      return Files.readString(file)
          .replaceAll("(?m)^#.*\n", "")
          .replaceAll("\\\\\n *", "")
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<String> ofTheImage() {
    return steps.subList(steps.lastIndexOf("FROM debian:12-slim"), steps.size());
  }

  @Test
  void itBeginsWithOneReleaseOfDebian() {
    assertThat(steps).filteredOn(step -> step.startsWith("FROM ")).hasSize(2);
    assertThat(steps)
        .filteredOn(step -> step.startsWith("FROM "))
        .allMatch(step -> step.matches("FROM debian:[0-9]+-slim( AS package)?"));
  }

  @Test
  void nothingComesFromElsewhere() {
    assertThat(steps)
        .noneMatch(step -> step.startsWith("ADD ") || step.contains("://") || step.contains("apt"));
  }

  @Test
  void itsUserIsNobody() {
    assertThat(ofTheImage()).containsOnlyOnce("USER 65532:65532");
    assertThat(ofTheImage()).filteredOn(step -> step.startsWith("USER ")).hasSize(1);
  }

  @Test
  void whatItTakesIsWhatThePackageHas() throws IOException {
    assertThat(steps).contains("COPY confab-server_*.deb /package.deb");
    assertThat(ofTheImage())
        .contains("COPY --from=package /tree/opt/confab-server /opt/confab-server")
        .contains("ENTRYPOINT [\"/opt/confab-server/bin/confab-server\"]");
    // where the service, which a test starts, finds it too
    assertThat(ServerPackageFiles.lines("confab-server.service"))
        .anyMatch(line -> line.startsWith("ExecStart=/opt/confab-server/bin/confab-server "));
  }

  @Test
  void itSaysHowItIs() {
    assertThat(ofTheImage()).anyMatch(step -> step.startsWith("HEALTHCHECK "));
    assertThat(ofTheImage()).contains("STOPSIGNAL SIGTERM", "EXPOSE 8443");
    assertThat(ofTheImage()).contains("ENV CONFAB_SERVER_HTTP_PORT=9090");
  }

  @Test
  void aServerThatWorksIsHealthyAndOneThatIsGoneIsNot() throws Exception {
    ServerConfig config =
        ServerConfig.defaults()
            .withAddress("127.0.0.1", 0)
            .withHttp(new HttpSettings("127.0.0.1", 0, null, null));
    int port;
    try (SignalingServer server = SignalingServer.start(config)) {
      port = server.httpPort();
      assertThat(healthAt(port)).isEqualTo(new Ran(0, ""));
    }
    assertThat(healthAt(port).status()).isNotZero();
  }

  @Test
  void aServerThatHangsIsNotHealthy() throws Exception {
    HttpServer hanging =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    hanging.createContext(
        "/healthz",
        exchange -> {
          exchange.sendResponseHeaders(503, -1);
          exchange.close();
        });
    hanging.start();
    try {
      assertThat(healthAt(hanging.getAddress().getPort()).status()).isNotZero();
    } finally {
      hanging.stop(0);
    }
  }

  /// What the engine would run in the container, run here.
  private Ran healthAt(int port) throws Exception {
    String step =
        ofTheImage().stream().filter(it -> it.startsWith("HEALTHCHECK ")).findFirst().orElseThrow();
    String json = "{\"command\":" + step.substring(step.indexOf("CMD ") + 4) + "}";
    List<?> command = (List<?>) Objects.requireNonNull(JsonLine.read(json).get("command"));
    assumeThat(Tools.has("bash")).as("there is a bash").isTrue();
    return Ran.of(
        Map.of("CONFAB_SERVER_HTTP_PORT", Integer.toString(port)),
        command.stream().map(String::valueOf).toList());
  }
}
