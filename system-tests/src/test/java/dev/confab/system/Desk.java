package dev.confab.system;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A place with cameras, a microphone and a speaker for one program, made by the script lab/desk.
/// It stands for as long as the program runs; its files are in `folder`.
record Desk(Path folder, List<String> options) {
  private static final Path SCRIPT = Path.of("lab", "desk").toAbsolutePath();
  private static final List<String> PROGRAMS =
      List.of("cc", "pulseaudio", "pactl", "paplay", "parec", "sox", "setpriv");

  /// Two cameras, "Front Camera" and "Desk Camera", and a microphone that hears 440 Hz.
  static Desk withEverything(Path folder) {
    return new Desk(folder, List.of("--no-screen", "--cameras", "2"));
  }

  static Desk withoutAnything(Path folder) {
    return new Desk(folder, List.of("--no-screen", "--no-audio", "--cameras", "0"));
  }

  /// Skips the test where desks cannot be made, and says why.
  static void assumePossible() {
    assumeTrue(System.getProperty("os.name", "").startsWith("Linux"), "desks are made on Linux");
    for (String program : PROGRAMS) {
      assumeTrue(isInstalled(program), program + " is not installed; ./confab test installs it");
    }
    assumeTrue(
        Files.exists(Path.of("/usr/include/linux/videodev2.h")),
        "linux/videodev2.h is missing; ./confab test installs it");
  }

  static boolean isInstalled(String program) {
    for (String place : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      if (Files.isExecutable(Path.of(place, program))) {
        return true;
      }
    }
    return false;
  }

  /// What runs a command at this desk.
  List<String> command() {
    List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
    command.addAll(options);
    command.addAll(List.of("--keep", folder.toString(), "--"));
    return command;
  }

  /// Plugs camera `number` in, or changes what it is. `detail`: its background as "R G B", or
  /// "busy".
  void plugIn(int number, String name, String detail) throws IOException {
    Files.writeString(camera(number), name + "\n" + detail + "\n");
  }

  void unplug(int number) throws IOException {
    Files.delete(camera(number));
  }

  private Path camera(int number) {
    return folder.resolve("cameras").resolve("video" + number);
  }

  /// Where its sound system answers, for `PULSE_SERVER`.
  String soundServer() {
    return "unix:" + folder.resolve("run").resolve("pulse").resolve("native");
  }

  /// Asks the sound system, or tells it to change: `pactl` with these words.
  String pactl(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("pactl"));
    command.addAll(List.of(words));
    Process process = soundProgram(command).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException(command + ": " + output);
    }
    return output;
  }

  /// A program that plays or records at this desk.
  ProcessBuilder soundProgram(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PULSE_SERVER", soundServer());
    return builder;
  }
}
