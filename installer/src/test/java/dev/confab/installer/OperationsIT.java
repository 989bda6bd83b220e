package dev.confab.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.confab.installer.Guide.Commands;
import dev.confab.installer.Guide.NotRun;
import dev.confab.installer.Guide.Step;
import dev.confab.installer.Guide.TextFile;
import dev.confab.system.Demo;
import dev.confab.system.DemoPlan;
import dev.confab.system.Installation;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Does what `docs/operations.md` says, on a machine of its own as far as that goes here, and sees
/// what it says one should see. One after the other, for root alone; skipped where anything of
/// Confab's is already.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init") // see setUp
class OperationsIT {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final String PASSWORD = "correct horse battery";
  private static final String PACKAGE = "confab-server_VERSION_amd64.deb";

  @TempDir private static Path folder;
  private static Guide guide;
  private static SeparateMachine machine;
  private static List<Path> before;

  /// Whether the guide was followed to its end: the rest needs it.
  private static boolean stands;

  @BeforeAll
  static void setUp() throws Exception {
    String whyNot = Machine.whyNot();
    assumeThat(whyNot).as("%s", whyNot).isEmpty();
    String whyNoMachine = SeparateMachine.whyNot();
    assumeThat(whyNoMachine).as("%s", whyNoMachine).isEmpty();
    guide = Guide.read(PROJECT.resolve("docs/operations.md"));
    before = Machine.named("confab");
    machine = SeparateMachine.start(folder);
    bringPrograms();
    makeCertificate();
    Files.copy(makePackage(), folder.resolve(PACKAGE));
  }

  /// Where there is none: what runs services, and what makes root of a person.
  private static void bringPrograms() throws Exception {
    try (InputStream in = OperationsIT.class.getResourceAsStream("/operations/systemctl")) {
      Files.copy(Objects.requireNonNull(in), folder.resolve("bin/systemctl"));
    }
    Files.writeString(folder.resolve("bin/sudo"), "#!/bin/sh\nexec env \"$@\"\n");
    assertThat(machine.run("chmod 755 bin/*", "").status()).isZero();
  }

  /// In the place of Let's Encrypt's, of an authority that everything on the machine trusts.
  private static void makeCertificate() throws Exception {
    Ran made =
        machine.run(
            """
            key='-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2'
            live=/etc/letsencrypt/live/%1$s
            mkdir -p $live /etc/letsencrypt/renewal-hooks/deploy
            openssl req -x509 $key -subj '/CN=An authority' -keyout ca.key -out ca.pem
            openssl req -x509 $key -subj '/CN=%1$s' -CA ca.pem -CAkey ca.key \
              -addext 'subjectAltName=DNS:%1$s,DNS:%2$s' -addext basicConstraints=CA:FALSE \
              -keyout $live/privkey.pem -out $live/cert.pem
            cat $live/cert.pem ca.pem >$live/fullchain.pem
            chmod 600 $live/privkey.pem
            cat ca.pem >>/etc/ssl/certs/ca-certificates.crt
            cp ca.pem "/etc/ssl/certs/$(openssl x509 -hash -noout -in ca.pem).0"
            """
                .formatted(SeparateMachine.NAME, SeparateMachine.OTHER_NAME),
            "");
    assertThat(made.status()).as(made.output()).isZero();
    // its certificates can be read without a password
    KeyStore trust = KeyStore.getInstance("JKS");
    trust.load(null, null);
    try (InputStream in = Files.newInputStream(folder.resolve("ca.pem"));
        OutputStream out = Files.newOutputStream(folder.resolve("trust"))) {
      trust.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
      trust.store(out, "changeit".toCharArray());
    }
  }

  private static Path makePackage() throws Exception {
    Plan plan =
        new Plan(
            PROJECT,
            PROJECT.resolve("installer/target/it-operations"),
            Files.createDirectories(folder.resolve("dist")),
            PackageVersion.of("0.1.0"),
            "https://example.org/confab",
            Instant.parse("2026-01-01T00:00:00Z"),
            true,
            null);
    Tree tree = ServerTree.make(plan, plan.work().resolve("confab-server"));
    return new DebPackage(plan, "confab-server")
        .make(tree, plan.sources().resolve("linux/confab-server"));
  }

  @AfterAll
  static void leaveNothing() throws Exception {
    if (machine != null && machine.runs()) {
      machine.run("dpkg --purge confab-server", "");
      machine.close();
    }
  }

  private static void follow(String headings) throws Exception {
    List<Step> steps = guide.under(headings);
    assertThat(steps).as("steps under %s", headings).isNotEmpty();
    for (Step step : steps) {
      switch (step) {
        case NotRun(String section, String why, String _) ->
            System.out.printf("%s: %s: %s%n", section, step.what(), why);
        case TextFile(String _, Path path, String text) -> write(path, text);
        case Commands commands -> run(commands);
      }
    }
  }

  private static void write(Path path, String text) throws Exception {
    Path there = machine.etc(path);
    Files.createDirectories(there.getParent());
    Files.writeString(there, text);
  }

  private static void run(Commands commands) throws Exception {
    Ran ran = machine.run(commands.script(), PASSWORD + "\n");
    String both = commands.script() + "\n" + ran.output();
    assertThat(ran.status()).as(both).isZero();
    assertThat(commands.missing(ran.output())).as(both).isEmpty();
  }

  private static String output(String script) throws Exception {
    Ran ran = machine.run(script, "");
    assertThat(ran.status()).as(ran.output()).isZero();
    return ran.output();
  }

  @Test
  @Order(1)
  void eachStepShowsWhatItSays() throws Exception {
    follow("[1-7]\\. .*");
    stands = true;
  }

  @Test
  @Order(2)
  void twoPeopleCallEachOtherByTheRelay() throws Exception {
    assumeThat(stands).as("the server stands").isTrue();
    Path call = folder.resolve("call");
    GuidedClients clients =
        new GuidedClients(machine, new Installation(PROJECT), folder.resolve("trust"));
    Demo.playThrough(
        "wss://" + SeparateMachine.NAME,
        new DemoPlan(clients, "garden", Duration.ofSeconds(2), call, false));
    for (String who : List.of("anna", "ben")) {
      assertThat(call.resolve(who + ".json")).content().contains("\"path\":\"relay(");
    }
    assertThat(output("cat /var/log/confab-server.log")).doesNotContain("Anna").contains("garden");
  }

  @Test
  @Order(3)
  void theDashboardLetsInWhoKnowsThePassword() throws Exception {
    assumeThat(stands).as("the server stands").isTrue();
    String login =
        """
        curl -sS -o /dev/null -w '%%{http_code}\\n' -c cookies -H 'Origin: https://%1$s' \
          --data-urlencode 'password=%2$s' https://%1$s/dashboard/login
        """;
    String name = SeparateMachine.OTHER_NAME;
    assertThat(output(login.formatted(name, "let me in please"))).contains("403");
    assertThat(output(login.formatted(name, PASSWORD))).contains("303");
    String page = "curl -sS -o /dev/null -w '%{http_code}\\n' -b cookies https://";
    assertThat(output(page + name + "/dashboard")).contains("200");
  }

  /// An alert on a metric that is not there never comes.
  @Test
  @Order(4)
  void theAlertsAskForMetricsThatThereAre() throws Exception {
    assumeThat(stands).as("the server stands").isTrue();
    String metrics =
        output(
            "curl -sS -H \"Authorization: Bearer $(cat /etc/confab/metrics-token)\""
                + " http://127.0.0.1:9090/metrics");
    List<String> alerts = new ArrayList<>();
    guide.under("7\\. .*").stream()
        .filter(NotRun.class::isInstance)
        .map(step -> ((NotRun) step).text())
        .flatMap(text -> Pattern.compile("confab_\\w+").matcher(text).results())
        .forEach(found -> alerts.add(found.group()));
    assertThat(alerts).hasSizeGreaterThan(1);
    assertThat(metrics.lines().map(line -> line.replaceFirst("[{ ].*", ""))).containsAll(alerts);
  }

  @Test
  @Order(5)
  void theSecretIsChangedWhileTheOldOneStillCounts() throws Exception {
    assumeThat(stands).as("the server stands").isTrue();
    String old = output("cat /etc/confab/turn-secret").strip();
    follow("Later");
    assertThat(output("turnutils_uclient -y -c -n 2 -u me -W " + old + " call.example.org"))
        .contains("Total lost packets 0 ");
  }

  @Test
  @Order(6)
  void withoutNginxTheServerHasTlsItself() throws Exception {
    assumeThat(stands).as("the server stands").isTrue();
    follow("Without nginx");
    output("curl -sS --retry 30 --retry-delay 1 --retry-connrefused http://127.0.0.1:9090/healthz");
    Commands handshake =
        (Commands)
            guide.under("6\\. nginx").stream()
                .filter(it -> it instanceof Commands c && c.script().contains("Upgrade: websocket"))
                .findFirst()
                .orElseThrow();
    run(handshake);
    assertThat(machine.ownersOf("/opt/confab-server/runtime/bin/java"))
        .containsExactly(Integer.parseInt(output("id -u confab").strip()));
  }

  @Test
  @Order(7)
  void nothingIsLeft() throws Exception {
    output("systemctl stop confab-server; apt-get purge --yes confab-server");
    machine.close();
    assertThat(Machine.named("confab")).isSubsetOf(before);
    assertThat(Machine.whyNot()).isEmpty();
  }
}
