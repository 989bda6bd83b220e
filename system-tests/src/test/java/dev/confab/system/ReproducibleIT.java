package dev.confab.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The same sources give the same jars, byte for byte, wherever and by whomever they are built:
/// <https://reproducible-builds.org/docs/definition/>. Two builds from the start, without tests, of
/// what is shipped; what they need has been downloaded for the build that runs this.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the builds differ in their umask")
class ReproducibleIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> SHIPPED =
      List.of("shared-protocol", "signaling-server", "client-desktop");
  private static final int PATIENCE_MINUTES = 8;

  @TempDir private Path folder;

  @BeforeEach
  void possible() {
    assumeTrue(Files.exists(ROOT.resolve(".git")), "this is no git checkout");
    assumeTrue(Desk.isInstalled("git"), "git is not installed");
  }

  @Test
  void twoBuildsOfTheSameSourcesGiveTheSameJars() throws Exception {
    Path here = copy("here");
    Path elsewhere = copy("a longer name/with blanks");

    build(here, "022", Map.of("LC_ALL", "C", "TZ", "UTC"));
    build(
        elsewhere,
        "077",
        Map.of(
            "LC_ALL",
            "C.UTF-8",
            "TZ",
            "Asia/Tokyo",
            "JAVA_TOOL_OPTIONS",
            "-Duser.language=tr -Duser.country=TR -Duser.name=ayşe"));

    assertThat(jars(elsewhere)).isEqualTo(jars(here)).hasSize(SHIPPED.size());
  }

  // --- the sources ------------------------------------------------------------------------------

  /// As they stand here now, committed or not; nothing that was built.
  private Path copy(String name) throws Exception {
    Path copy = folder.resolve(name);
    for (String file : sources()) {
      if (Files.exists(ROOT.resolve(file))) { // it may be removed and not yet committed so
        Files.createDirectories(copy.resolve(file).getParent());
        Files.copy(ROOT.resolve(file), copy.resolve(file));
      }
    }
    return copy;
  }

  private List<String> sources() throws Exception {
    File list = folder.resolve("sources").toFile();
    int status =
        run(
            new ProcessBuilder(
                    "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
                .directory(ROOT.toFile())
                .redirectOutput(list)
                .redirectError(ProcessBuilder.Redirect.INHERIT));
    assertThat(status).as("git ls-files").isZero();
    return List.of(Files.readString(list.toPath()).split("\0"));
  }

  // --- the builds -------------------------------------------------------------------------------

  private void build(Path sources, String umask, Map<String, String> environment) throws Exception {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("sh", "-c", "umask " + umask + "; exec \"$@\"", "sh"));
    command.addAll(List.of(sources.resolve("mvnw").toString(), "-o", "-q", "-B"));
    command.addAll(List.of("-Dmaven.test.skip=true", "-Dspotless.check.skip=true"));
    String repository = System.getProperty("localRepository"); // Surefire tells it
    if (repository != null) {
      command.add("-Dmaven.repo.local=" + repository);
    }
    command.addAll(List.of("-pl", String.join(",", SHIPPED), "package"));
    File log = folder.resolve("build-" + umask + ".log").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(sources.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    int status = run(builder);
    assertThat(status).as(Files.readString(log.toPath(), StandardCharsets.UTF_8)).isZero();
  }

  private static int run(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.start();
    try {
      assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).as("it has ended").isTrue();
      return process.exitValue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  // --- the jars ---------------------------------------------------------------------------------

  /// The SHA-256 of each, by its name.
  private static Map<String, String> jars(Path sources)
      throws IOException, NoSuchAlgorithmException {
    Map<String, String> sums = new TreeMap<>();
    for (String module : SHIPPED) {
      Path target = sources.resolve(module).resolve("target");
      try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, "*.jar")) {
        for (Path jar : jars) {
          byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
          sums.put(jar.getFileName().toString(), HexFormat.of().formatHex(sum));
        }
      }
    }
    return sums;
  }
}
