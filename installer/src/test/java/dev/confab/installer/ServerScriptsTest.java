package dev.confab.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What dpkg runs, with programs that only write down that they were called. Nothing of this
/// machine is touched.
@EnabledOnOs(OS.LINUX)
class ServerScriptsTest {
  private static final String OURS = "confab:x:995:995:Confab signaling server:/:/usr/sbin/nologin";
  private static final String SOMEBODY = "confab:x:995:995:Somebody:/:/bin/sh";

  @TempDir private Path folder = Path.of("");
  private Path calls = Path.of("");

  @BeforeEach
  void layOut() throws IOException {
    calls = Files.createFile(folder.resolve("calls"));
    for (String name :
        List.of(
            "systemd-sysusers",
            "adduser",
            "userdel",
            "deb-systemd-helper",
            "deb-systemd-invoke",
            "systemctl",
            "rm",
            "rmdir")) {
      program(name, "exit 0");
    }
    program("grep", "exec /bin/grep \"$@\"");
    userIs("");
  }

  private Path bin() throws IOException {
    return Files.createDirectories(folder.resolve("bin"));
  }

  private void program(String name, String then) throws IOException {
    Path file = bin().resolve(name);
    Files.writeString(file, "#!/bin/sh\necho \"%s $*\" >>'%s'\n%s\n".formatted(name, calls, then));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /// What the machine knows of the user `confab`; empty: nothing.
  private void userIs(String entry) throws IOException {
    program("getent", entry.isEmpty() ? "exit 2" : "echo '" + entry + "'");
  }

  private List<String> calls(String script, String... arguments) throws Exception {
    Files.writeString(calls, "");
    List<String> command = new ArrayList<>();
    command.addAll(List.of("/bin/sh", ServerPackageFiles.path(script).toString()));
    command.addAll(List.of(arguments));
    Ran ran = Ran.of(Map.of("PATH", bin().toString()), command);
    assertThat(ran.status()).as(ran.output()).isZero();
    return Files.readAllLines(calls);
  }

  @ParameterizedTest
  @ValueSource(strings = {"preinst", "postinst", "prerm", "postrm"})
  void aScriptEndsAtItsFirstFault(String script) {
    assertThat(ServerPackageFiles.read(script)).startsWith("#!/bin/sh\n").contains("\nset -e\n");
  }

  @Test
  void anInstallationMakesTheUserAndEnablesTheService() throws Exception {
    assertThat(calls("postinst", "configure", ""))
        .contains(
            "systemd-sysusers confab-server.conf",
            "deb-systemd-helper enable confab-server.service")
        .noneMatch(call -> call.startsWith("adduser"));
  }

  @Test
  void withoutSysusersAdduserMakesTheUser() throws Exception {
    Files.delete(bin().resolve("systemd-sysusers"));
    assertThat(calls("postinst", "configure", ""))
        .filteredOn(call -> call.startsWith("adduser"))
        .singleElement()
        .satisfies(
            call ->
                assertThat(call)
                    .contains("--system --group", "--no-create-home", "Confab signaling server")
                    .endsWith(" confab"));
  }

  @Test
  void aUserThatIsThereStaysAsItIs() throws Exception {
    userIs(SOMEBODY);
    assertThat(calls("postinst", "configure", ""))
        .noneMatch(call -> call.startsWith("adduser") || call.startsWith("systemd-sysusers"));
  }

  @Test
  void aServiceThatWasSwitchedOffStaysSo() throws Exception {
    program("deb-systemd-helper", "[ \"$2\" != was-enabled ]");
    assertThat(calls("postinst", "configure", "0.1"))
        .contains("deb-systemd-helper update-state confab-server.service")
        .doesNotContain("deb-systemd-helper enable confab-server.service");
  }

  @Test
  void withoutAnySystemdThePackageInstallsAllTheSame() throws Exception {
    for (String name : List.of("deb-systemd-helper", "deb-systemd-invoke", "systemctl")) {
      Files.delete(bin().resolve(name));
    }
    assertThat(calls("postinst", "configure", "")).contains("systemd-sysusers confab-server.conf");
    assertThat(calls("prerm", "remove")).isEmpty();
    userIs(OURS);
    assertThat(calls("postrm", "purge")).contains("userdel confab");
  }

  @Test
  void aRemovalKeepsTheUserAndTheSettings() throws Exception {
    userIs(OURS);
    assertThat(calls("postrm", "remove"))
        .noneMatch(call -> call.startsWith("userdel") || call.startsWith("rm"))
        .noneMatch(call -> call.contains("purge"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {OURS, "confab:x:105:114:Confab signaling server,,,:/nonexistent:/sbin/no"})
  void aPurgeRemovesTheUserAndWhetherTheServiceIsEnabled(String entry) throws Exception {
    userIs(entry);
    assertThat(calls("postrm", "purge"))
        .contains("userdel confab", "deb-systemd-helper purge confab-server.service")
        .contains("rmdir --ignore-fail-on-non-empty /etc/confab");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", SOMEBODY, "confab:x:1000:1000:Confab signaling server:/:/bin/sh"})
  void aPurgeRemovesNobodyElsesUser(String entry) throws Exception {
    userIs(entry);
    assertThat(calls("postrm", "purge")).noneMatch(call -> call.startsWith("userdel"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"upgrade", "failed-upgrade", "deconfigure"})
  void anUpgradeDoesNotStopTheServer(String action) throws Exception {
    assertThat(calls("prerm", action, "0.2")).isEmpty();
  }
}
