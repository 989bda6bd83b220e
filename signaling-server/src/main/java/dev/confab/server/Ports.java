package dev.confab.server;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Whether both ports can be had, as far as that shows before they are opened.
///
/// @param firstFree the first port that needs no right
/// @param mayAll whether this process has that right
record Ports(int firstFree, boolean mayAll) {
  private static final Path FIRST_FREE = Path.of("/proc/sys/net/ipv4/ip_unprivileged_port_start");
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final int CAP_NET_BIND_SERVICE = 10; // linux/capability.h

  /// Elsewhere than on Linux, nothing is known and all allowed.
  static Ports here() {
    try {
      return new Ports(
          Integer.parseInt(Files.readString(FIRST_FREE).strip()),
          (effective(Files.readString(STATUS)) >> CAP_NET_BIND_SERVICE & 1) == 1);
    } catch (IOException e) {
      return new Ports(0, true);
    }
  }

  /// Of `proc_pid_status(5)`.
  static long effective(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith("CapEff:"))
        .map(line -> Long.parseUnsignedLong(line.substring("CapEff:".length()).strip(), 16))
        .findFirst()
        .orElse(0L);
  }

  /// Empty where all is well. `check` may run without the rights of the service: so this is no more
  /// than a warning.
  Stream<String> withoutRight(ServerConfig config) {
    HttpSettings http = config.http();
    return mayAll
        ? Stream.empty()
        : IntStream.of(config.port(), http == null ? 0 : http.port())
            .filter(port -> port > 0 && port < firstFree)
            .mapToObj(Ports::needsRight);
  }

  /// Why nobody can listen there, and what helps. What the system says of it is not asked: that may
  /// be in any language.
  String cannotListen(String bind, int port, IOException e) {
    return "Cannot listen on %s, port %d: %s".formatted(bind, port, reason(bind, port, e));
  }

  private String reason(String bind, int port, IOException e) {
    if (!mayAll && port > 0 && port < firstFree) {
      return "it needs a right. " + needsRight(port);
    }
    try {
      if (!isHere(InetAddress.getByName(bind))) {
        return "the address is not one of this machine's. `ip address` lists them.";
      }
    } catch (UnknownHostException unknown) {
      return "there is no address of this name.";
    } catch (IOException unknown) {
      return e.getMessage() + ".";
    }
    return e instanceof BindException
        ? "another program uses it. `ss -ltnp` says which."
        : e.getMessage() + ".";
  }

  static boolean isHere(InetAddress address) throws IOException {
    return address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || NetworkInterface.getByInetAddress(address) != null;
  }

  private static String needsRight(int port) {
    return "Port %d is for who has the right to it, and whoever runs this has not. The service gets it by"
            .formatted(port)
        + " AmbientCapabilities=CAP_NET_BIND_SERVICE, CapabilityBoundingSet=CAP_NET_BIND_SERVICE"
        + " and PrivateUsers=no (systemctl edit confab-server). Or take a port from 1024 on, behind"
        + " a reverse proxy.";
  }

  /// Empty where they do not meet.
  static Optional<String> clash(ServerConfig config) {
    HttpSettings http = config.http();
    return http != null
            && http.port() != 0
            && http.port() == config.port()
            && overlap(config.bind(), http.bind())
        ? Optional.of(
            "port and http-port are both %d, on the same address: give one of them another."
                .formatted(http.port()))
        : Optional.empty();
  }

  private static boolean overlap(String one, String other) {
    try {
      InetAddress first = InetAddress.getByName(one); // asks nobody where it is a number
      InetAddress second = InetAddress.getByName(other);
      return first.isAnyLocalAddress() || second.isAnyLocalAddress() || first.equals(second);
    } catch (UnknownHostException e) {
      return false; // told as a problem
    }
  }
}
