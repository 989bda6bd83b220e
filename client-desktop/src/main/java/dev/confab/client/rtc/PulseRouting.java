package dev.confab.client.rtc;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts this process's sound streams on chosen PulseAudio devices, with `pactl`. webrtc-java 0.14.0
/// cannot: on Linux its devices have no ids, and whichever is set, the system's default is used.
/// Device thread alone.
final class PulseRouting {
  private static final Logger LOG = LoggerFactory.getLogger(PulseRouting.class);
  private static final long LIMIT_SECONDS = 3;
  private static final Pattern HEADER = Pattern.compile("^(?:Source Output|Sink Input) #(\\d+)");

  /// Which streams: what we record, or what we play.
  enum Streams {
    RECORDING("source-outputs", "move-source-output"),
    PLAYING("sink-inputs", "move-sink-input");

    private final String listed;
    private final String move;

    Streams(String listed, String move) {
      this.listed = listed;
      this.move = move;
    }
  }

  private PulseRouting() {}

  /// Moves our streams to the device; answers how many there were.
  ///
  /// @throws IOException when `pactl` is not installed, or refuses
  static int move(Streams streams, String device) throws IOException {
    List<String> own =
        ownStreams(run("pactl", "list", streams.listed), ProcessHandle.current().pid());
    for (String stream : own) {
      run("pactl", streams.move, stream, device);
    }
    LOG.debug("Moved {} {} to {}", own.size(), streams.listed, device);
    return own.size();
  }

  /// The numbers of the streams that belong to the process, from `pactl list`.
  static List<String> ownStreams(List<String> listing, long pid) {
    String mark = "application.process.id = \"" + pid + "\"";
    List<String> own = new ArrayList<>();
    String current = "";
    for (String line : listing) {
      Matcher header = HEADER.matcher(line);
      if (header.find()) {
        current = header.group(1);
      } else if (line.strip().equals(mark) && !current.isEmpty()) {
        own.add(current);
      }
    }
    return own;
  }

  private static List<String> run(String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().remove("LD_PRELOAD");
    Process process = builder.start();
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      process.getOutputStream().close();
      List<String> lines = output.readAllLines();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(command[0] + " " + command[1] + " failed");
      }
      return lines;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroy();
    }
  }
}
