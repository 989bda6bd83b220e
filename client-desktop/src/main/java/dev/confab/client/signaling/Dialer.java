package dev.confab.client.signaling;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/// Name, TCP and TLS: from an address to a socket on which HTTP can be spoken. Blocks.
final class Dialer {
  private static final int MAX_ADDRESSES = 4;
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final SSLContext tls;

  Dialer(SSLContext tls) {
    this.tls = tls;
  }

  /// Tries the host's addresses one after another, for 10 s in all. `begun` is given each TCP
  /// socket before it connects; closing it ends the dialing.
  Socket dial(URI server, Consumer<Socket> begun) throws IOException {
    boolean secure = server.getScheme().equals("wss");
    String host = server.getHost().replaceAll("[\\[\\]]", "");
    int port = server.getPort() >= 0 ? server.getPort() : secure ? 443 : 80;
    if (port > 65_535) {
      throw new IOException("there is no such port");
    }
    Socket plain = connect(host, port, begun);
    return secure ? secured(plain, host, port) : plain;
  }

  private static Socket connect(String host, int port, Consumer<Socket> begun) throws IOException {
    List<InetAddress> addresses =
        Arrays.stream(InetAddress.getAllByName(host)).limit(MAX_ADDRESSES).toList();
    IOException lastFailure = new UnknownHostException(host);
    for (InetAddress address : addresses) {
      Socket socket = new Socket();
      begun.accept(socket);
      try {
        socket.setTcpNoDelay(true);
        socket.connect(
            new InetSocketAddress(address, port), (int) CONNECT.toMillis() / addresses.size());
        return socket;
      } catch (IOException e) {
        socket.close();
        lastFailure = e;
      }
    }
    throw lastFailure;
  }

  private SSLSocket secured(Socket plain, String host, int port) throws IOException {
    SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, host, port, true);
    SSLParameters parameters = socket.getSSLParameters();
    // Without this, any certificate that is trusted for some host would do (RFC 6125).
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.setSoTimeout((int) CONNECT.toMillis());
    socket.startHandshake();
    socket.setSoTimeout(0);
    return socket;
  }
}
