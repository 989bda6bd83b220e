package dev.confab.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.confab.system.Demo;
import dev.confab.system.DemoPlan;
import dev.confab.system.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The life of the packages on a machine: they are made, installed, used, upgraded and removed. One
/// after the other, and for root alone; skipped where anything of Confab's is already.
@Tag("window-system")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InstalledIT {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final Duration PATIENCE = Person.PATIENCE;
  private static final Path SETTINGS = Path.of("/etc/confab/server.conf");
  private static final String LISTENING = "Listening on ";

  @TempDir private static Path folder;
  private static Plan first;
  private static Plan second;
  private static Installed programs;
  private static List<Path> before;

  @BeforeAll
  static void makeTheFirst() throws Exception {
    String whyNot = Machine.whyNot();
    assumeThat(whyNot).as("%s", whyNot).isEmpty();
    assumeThat(Files.isDirectory(PROJECT.resolve("client-desktop/target/app/fx")))
        .as("JavaFX for a window was built in")
        .isTrue();
    before = Machine.named("confab");
    first = plan("0.1.0", "first");
    second = plan("0.2.0", "second");
    programs = Installed.withPath(folder.resolve("path"));
    Files.createDirectories(first.dist());
    Files.createDirectories(second.dist());
    new LinuxPackages(first).make();
  }

  private static Plan plan(String version, String dist) {
    return new Plan(
        PROJECT,
        PROJECT.resolve("installer/target/it"),
        folder.resolve(dist),
        PackageVersion.of(version),
        "https://example.org/confab",
        Instant.parse("2026-01-01T00:00:00Z"),
        true,
        null);
  }

  @AfterAll
  static void leaveNothing() throws Exception {
    if (programs != null) {
      Machine.purgeAll();
    }
  }

  private static Path file(Plan plan, String ending) throws IOException {
    try (Stream<Path> files = Files.list(plan.dist())) {
      return files
          .filter(file -> Built.name(file).matches(ending))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no package " + ending));
    }
  }

  private static Path app(Plan plan) throws IOException {
    return file(plan, "confab_.*\\.deb");
  }

  private static Path server(Plan plan) throws IOException {
    return file(plan, "confab-server_.*\\.deb");
  }

  // --- before installing ------------------------------------------------------------------------

  @Test
  @Order(1)
  void lintianFindsNoErrors() throws Exception {
    assumeThat(Tools.has("lintian")).as("lintian is installed").isTrue();
    Ran lintian =
        Ran.of(
            "lintian",
            "--allow-root",
            "--fail-on",
            "error",
            app(first).toString(),
            server(first).toString());
    assertThat(lintian.status()).as(lintian.output()).isZero();
  }

  @Test
  @Order(2)
  void theRpmHoldsTheSameFilesAsTheDeb() throws Exception {
    assumeThat(Tools.has("rpmbuild")).as("rpm is installed").isTrue();
    Ran rpm =
        Ran.of(
            "rpm",
            "--query",
            "--package",
            "--queryformat",
            "[%{FILENAMES} %{FILEMODES:perms} %{FILEUSERNAME} %{FILESIZES}\n]",
            file(first, "confab-.*\\.rpm").toString());
    Ran deb = Ran.of("dpkg-deb", "--contents", app(first).toString());
    Map<String, String> inRpm = new TreeMap<>();
    rpm.output()
        .lines()
        .map(line -> line.split(" "))
        .forEach(it -> inRpm.put(it[0], it[1] + " " + it[2] + " " + it[3]));
    Map<String, String> inDeb = new TreeMap<>();
    deb.output()
        .lines()
        .map(line -> line.split("\\s+"))
        .forEach(
            it ->
                inDeb.put(
                    it[5].substring(1), it[0] + " " + it[1].replaceFirst("/.*", "") + " " + it[2]));
    // folders have no size, links are as long as what they name, and only Debian has overrides
    inRpm.values().removeIf(it -> it.startsWith("d"));
    inDeb.values().removeIf(it -> it.startsWith("d"));
    inDeb.remove("/usr/share/lintian/overrides/confab");
    inRpm.replaceAll((_, it) -> it.startsWith("l") ? "link" : it);
    inDeb.replaceAll((_, it) -> it.startsWith("l") ? "link" : it);
    assertThat(inRpm).hasSizeGreaterThan(100).isEqualTo(inDeb);
  }

  @Test
  @Order(3)
  void theTarRunsWhereverItIsUnpackedWithWhatJavaHasLearnt() throws Exception {
    Path anywhere = Files.createDirectories(folder.resolve("a place of one's own"));
    Ran tar =
        Ran.of("tar", "-xf", file(first, ".*\\.tar\\.gz").toString(), "-C", anywhere.toString());
    assertThat(tar.status()).as(tar.output()).isZero();
    Ran version =
        Ran.of(
            Map.of("JDK_JAVA_OPTIONS", "-XX:AOTMode=on"),
            programs.alone(
                anywhere.resolve("confab-0.1.0/bin/confab").toString(), List.of("--version")));
    assertThat(version.status()).as(version.output()).isZero();
    assertThat(version.output()).contains("confab ");
  }

  // --- installed --------------------------------------------------------------------------------

  @Test
  @Order(10)
  void bothAreInstalledWithWhatTheyNeed() throws Exception {
    Machine.install(app(first), server(first));
    assertThat(Machine.version("confab")).isEqualTo("0.1.0");
    assertThat(Machine.version("confab-server")).isEqualTo("0.1.0");
    assertThat(Ran.of(Map.of(), programs.alone("bash", List.of("-c", "command -v java"))).status())
        .as("a Java on the PATH")
        .isNotZero();
  }

  @Test
  @Order(11)
  void theInstalledAppTakesWhatJavaHasLearnt() throws Exception {
    Ran version =
        Ran.of(
            Map.of("JDK_JAVA_OPTIONS", "-XX:AOTMode=on"),
            programs.client(folder, List.of("--version")));
    assertThat(version.status()).as(version.output()).isZero();
  }

  @Test
  @Order(12)
  void theLobbyOpens() throws Exception {
    Path picture = folder.resolve("lobby.png");
    Ran lobby =
        Ran.of(
            Map.of("XDG_CONFIG_HOME", folder.resolve("lobby").toString()),
            programs.client(
                folder, List.of("--quit-after", "2", "--screenshot", picture.toString())));
    assertThat(lobby.status()).as(lobby.output()).isZero();
    var image = ImageIO.read(picture.toFile());
    assertThat(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
        .as("the colours of the window")
        .satisfies(
            all -> assertThat(java.util.Arrays.stream(all).distinct().count()).isGreaterThan(50));
  }

  @Test
  @Order(13)
  void twoInstalledClientsCallEachOtherThroughTheInstalledServer() throws Exception {
    Demo.play(
        new DemoPlan(programs, "installed", Duration.ofSeconds(5), folder.resolve("call"), true));
    assertThat(folder.resolve("call/anna.png")).exists();
  }

  /// The link opens the lobby; Enter joins, and the other one there sees who has come.
  @Test
  @Order(14)
  void aLinkOpensTheLobbyOfItsRoom() throws Exception {
    assumeThat(Tools.has("xdg-open")).as("xdg-utils are installed").isTrue();
    Person carla = Person.at(folder.resolve("carla"), "Carla");
    try (Program listening = listening()) {
      String address = address(listening);
      try (Program ben = ben(address)) {
        ben.awaitLine("In room garden", PATIENCE);
        // without a desktop to ask, it stays until the window is closed
        try (Program opening = carla.open(address)) {
          Person.pressEnterUntil(ben, "Carla is here");
          carla.endWindows();
          opening.awaitEnd(PATIENCE);
        }
        ben.awaitLine("Carla has left", PATIENCE);
      }
    }
    assertThat(carla.settings()).content().contains("name=Carla").contains("room=garden");
  }

  @Test
  @Order(15)
  void aLinkGoesToTheWindowThatIsOpen() throws Exception {
    assumeThat(Tools.has("xdg-open")).as("xdg-utils are installed").isTrue();
    Person dora = Person.at(folder.resolve("dora"), "Dora");
    try (Program listening = listening()) {
      String address = address(listening);
      try (Program ben = ben(address);
          Program window =
              Program.start(
                  "The window",
                  programs.client(folder, List.of()),
                  dora.environment(),
                  folder.resolve("window.log"))) {
        ben.awaitLine("In room garden", PATIENCE);
        dora.awaitListening();
        try (Program opening = dora.open(address)) {
          opening.awaitEnd(PATIENCE); // it has handed the link over
        }
        window.requireAlive();
        Person.pressEnterUntil(ben, "Dora is here");
        dora.endWindows();
        window.awaitEnd(PATIENCE);
      }
    }
    assertThat(dora.settings()).content().contains("room=garden");
  }

  private static String address(Program server) throws Exception {
    return server.awaitLine(LISTENING, PATIENCE).substring(LISTENING.length());
  }

  private static Program listening() throws Exception {
    return Program.start(
        "The server",
        programs.server(List.of("--bind", "127.0.0.1", "--port", "0")),
        Map.of(),
        folder.resolve("link-server.log"));
  }

  private static Program ben(String address) throws Exception {
    return Program.start(
        "Ben",
        programs.client(
            folder,
            List.of(
                ("--headless --room garden --name Ben --camera none --microphone none --speaker none"
                        + " --commands --server "
                        + address)
                    .split(" "))),
        Map.of("XDG_CONFIG_HOME", folder.resolve("ben").toString()),
        folder.resolve("link-ben.log"));
  }

  // --- upgraded and removed ---------------------------------------------------------------------

  @Test
  @Order(20)
  void anUpgradeKeepsTheSettings() throws Exception {
    Path own = folder.resolve("carla/.config/confab/confab.properties");
    String remembered = Files.exists(own) ? Files.readString(own) : "";
    Files.writeString(SETTINGS, "room-size = 4\n", StandardOpenOption.APPEND);
    String changed = Files.readString(SETTINGS);
    LinuxPackages next = new LinuxPackages(second);
    Files.writeString(
        next.server().at("etc/confab/server.conf"), "# of the second\n", StandardOpenOption.APPEND);
    next.pack();

    Machine.install(app(second), server(second));

    assertThat(Machine.version("confab")).isEqualTo("0.2.0");
    assertThat(Machine.version("confab-server")).isEqualTo("0.2.0");
    assertThat(SETTINGS).content().isEqualTo(changed);
    assertThat(Files.exists(own) ? Files.readString(own) : "").isEqualTo(remembered);
    Ran check = Ran.of("/usr/bin/confab-server", "check", "--config", SETTINGS.toString());
    assertThat(check.status()).as(check.output()).isZero();
  }

  @Test
  @Order(21)
  void aRemovalKeepsTheServersSettings() throws Exception {
    Machine.remove("confab-server");
    assertThat(SETTINGS).exists();
    assertThat(Path.of("/opt/confab-server")).doesNotExist();
    Machine.install(server(second));
    assertThat(SETTINGS).content().contains("room-size = 4");
  }

  @Test
  @Order(22)
  void nothingIsLeftOfWhatIsPurged() throws Exception {
    List<Path> files =
        Stream.concat(Machine.files("confab").stream(), Machine.files("confab-server").stream())
            .toList();
    assertThat(files).hasSizeGreaterThan(200);

    Machine.purge("confab", "confab-server");

    assertThat(files).noneMatch(Files::exists);
    assertThat(Machine.named("confab")).isSubsetOf(before);
    assertThat(Ran.of("getent", "passwd", "confab").output()).isEmpty();
    Path openers = Path.of("/usr/share/applications/mimeinfo.cache");
    if (Files.exists(openers)) {
      assertThat(openers).content().doesNotContainIgnoringCase("confab");
    }
  }
}
