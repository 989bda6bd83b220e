package dev.confab.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// This machine, but with a network, processes, and `/etc`, `/run` and `/var/log` of its own
/// (namespaces): what is set up in there meets nothing that is here, and is gone with it. Its
/// address is one of those that the documents have, and nothing leaves it.
final class SeparateMachine implements AutoCloseable {
  static final String ADDRESS = "203.0.113.10";
  static final String NAME = "call.example.org";
  static final String OTHER_NAME = "status.example.org";

  /// What Debian's packages bring, and what others may have added is not there.
  private static final String SETUP =
      """
      set -euo pipefail
      cp -a /etc "$1/etc"
      cd "$1/etc"
      rm -f hosts nginx/conf.d/* nginx/sites-enabled/*
      touch nginx/sites-enabled/default
      printf '127.0.0.1 localhost\\n%2$s %3$s\\n%2$s %4$s\\n' >hosts
      mount --bind "$1/etc" /etc
      mount -t tmpfs tmpfs /run
      mount -t tmpfs tmpfs /var/log
      mkdir -p /run/lock /var/log/nginx /var/log/apt
      ip link set lo up
      ip link add eth0 type veth peer name out0
      ip link set eth0 up
      ip link set out0 up
      ip address add %2$s/24 dev eth0
      echo ready
      read -r _ || true
      """;

  private static final List<String> PROGRAMS =
      List.of("ip", "nsenter", "unshare", "setpriv", "python3", "curl", "openssl");
  private static final List<String> SERVICES =
      List.of("turnserver", "turnutils_uclient", "/usr/sbin/nginx");

  private final Path folder;
  private final Process process;

  private SeparateMachine(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
  }

  /// Why there can be none; empty: there can.
  static String whyNot() throws IOException, InterruptedException {
    for (String program : PROGRAMS) {
      if (!Tools.has(program)) {
        return program + " is missing";
      }
    }
    for (String program : SERVICES) {
      if (!(program.startsWith("/") ? Files.exists(Path.of(program)) : Tools.has(program))) {
        return program + " is missing; ./confab test installs it";
      }
    }
    return Ran.of(
                    "unshare", "--mount", "--net", "--pid", "--fork", "mount", "-t", "tmpfs", "x",
                    "/run")
                .status()
            == 0
        ? ""
        : "this machine lets nobody make namespaces";
  }

  /// `folder` is empty; its `bin` comes first in the `PATH` of whatever runs there.
  static SeparateMachine start(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("bin"));
    Process process =
        new ProcessBuilder(
                "unshare",
                "--mount",
                "--net",
                "--pid",
                "--fork",
                "--kill-child",
                "bash",
                "-c",
                SETUP.replace("%2$s", ADDRESS).replace("%3$s", NAME).replace("%4$s", OTHER_NAME),
                "bash",
                folder.toString())
            .redirectError(folder.resolve("machine.log").toFile())
            .start();
    SeparateMachine machine = new SeparateMachine(folder, process);
    String line = process.inputReader(StandardCharsets.UTF_8).readLine();
    if (!"ready".equals(line)) {
      machine.close();
      throw new AssertionError(Files.readString(folder.resolve("machine.log")));
    }
    return machine;
  }

  /// A file there.
  Path etc(Path path) {
    assertThat(path.startsWith("/etc")).as("%s", path).isTrue();
    return folder.resolve(path.toString().substring(1));
  }

  /// The command, run there as one of the processes of this machine.
  List<String> command(List<String> command) {
    return entered(List.of("--mount", "--net"), command);
  }

  private List<String> entered(List<String> namespaces, List<String> command) {
    String first = Long.toString(process.children().findFirst().orElseThrow().pid());
    List<String> all = new ArrayList<>(List.of("nsenter", "--target", first));
    all.addAll(namespaces);
    all.add("--");
    all.addAll(command);
    return all;
  }

  /// Runs it as root there, as one of its own processes. `input` is for whatever asks.
  Ran run(String script, String input) throws IOException, InterruptedException {
    Path typed = Files.writeString(folder.resolve("typed"), input);
    List<String> bash =
        List.of(
            "bash",
            "-euo",
            "pipefail",
            "-c",
            "cd '%s'; exec <'%s'\n%s".formatted(folder, typed, script));
    String path = folder.resolve("bin") + ":/usr/sbin:/usr/bin:/sbin:/bin";
    return Ran.of(
        Map.of("PATH", path, "DEBIAN_FRONTEND", "noninteractive", "LC_ALL", "C.UTF-8"),
        entered(List.of("--mount", "--net", "--pid"), bash));
  }

  /// The users, by number, who run this program there.
  List<Integer> ownersOf(String program) throws IOException {
    List<Integer> owners = new ArrayList<>();
    for (ProcessHandle each : process.descendants().toList()) {
      if (each.info().command().orElse("").equals(program)) {
        Path its = Path.of("/proc", Long.toString(each.pid()));
        owners.add((Integer) Files.getAttribute(its, "unix:uid"));
      }
    }
    return owners;
  }

  boolean runs() {
    return process.isAlive();
  }

  /// All that runs there is gone when this returns.
  @Override
  public void close() throws IOException {
    List<ProcessHandle> inside = process.descendants().toList();
    inside.forEach(ProcessHandle::destroyForcibly);
    try {
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("the machine ends").isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Tree.delete(folder.resolve("etc")); // it has links that lead out of the folder
  }
}
