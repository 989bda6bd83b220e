package dev.confab.client.rtc;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whether this machine has a sound system that can be asked. On Linux that is a PulseAudio server
/// (PipeWire's counts): without one, webrtc-java's audio calls hang for ever or end the process, so
/// it is asked for first.
final class AudioServer {
  private AudioServer() {}

  static boolean isThere() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return !system.startsWith("linux") || answers(address(System.getenv()));
  }

  /// Where libpulse would connect to: the first of `PULSE_SERVER`, or the socket in the runtime
  /// directory.
  static @Nullable SocketAddress address(Map<String, String> environment) {
    String server = environment.getOrDefault("PULSE_SERVER", "").strip();
    if (!server.isEmpty()) {
      return parse(server.split("\\s+", -1)[0]);
    }
    String runtimePath = environment.get("PULSE_RUNTIME_PATH");
    if (runtimePath != null) {
      return UnixDomainSocketAddress.of(Path.of(runtimePath, "native"));
    }
    String runtimeDir = environment.get("XDG_RUNTIME_DIR");
    return runtimeDir == null
        ? null
        : UnixDomainSocketAddress.of(Path.of(runtimeDir, "pulse", "native"));
  }

  /// `unix:/path`, `/path`, `tcp:host:port` (also `tcp4:`, `tcp6:`), `host`; a `{machine}` in front
  /// is left out.
  private static SocketAddress parse(String server) {
    String plain = server.replaceFirst("^\\{[^}]*}", "");
    if (plain.startsWith("/")) {
      return UnixDomainSocketAddress.of(plain);
    }
    if (plain.startsWith("unix:")) {
      return UnixDomainSocketAddress.of(plain.substring("unix:".length()));
    }
    String host = plain.replaceFirst("^tcp[46]?:", "");
    int colon = host.lastIndexOf(':');
    if (colon > 0 && host.substring(colon + 1).matches("\\d{1,5}")) {
      return new InetSocketAddress(
          host.substring(0, colon), Integer.parseInt(host.substring(colon + 1)));
    }
    return new InetSocketAddress(host, 4713);
  }

  private static boolean answers(@Nullable SocketAddress address) {
    if (address == null) {
      return false;
    }
    StandardProtocolFamily unix = StandardProtocolFamily.UNIX;
    try (SocketChannel channel =
        address instanceof UnixDomainSocketAddress
            ? SocketChannel.open(unix)
            : SocketChannel.open()) {
      return channel.connect(address);
    } catch (IOException | IllegalArgumentException e) {
      return false; // nobody listens there: that is the answer
    }
  }
}
