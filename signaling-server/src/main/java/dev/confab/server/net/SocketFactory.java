package dev.confab.server.net;

import dev.confab.server.room.Tally;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ByteChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import org.java_websocket.drafts.Draft;
import org.jspecify.annotations.Nullable;

/// Makes the sockets of accepted connections, and counts them: beyond `maxSockets` they are closed
/// without a word. Called on the selector's thread.
final class SocketFactory implements AutoCloseable {
  /// What the kernel may hold for one client; more would only hide that it does not read.
  private static final int SEND_BUFFER_BYTES = 128 * 1024;

  private final int maxSockets;
  private final Tally unsent = new Tally();
  private final List<Draft> drafts = List.of(new Handshakes());
  private final int maxFrameBytes;
  private final Gate gate;
  private final @Nullable LiveIdentity tls;
  private Consumer<ClientSocket> accepted = _ -> {};
  private final Set<ClientSocket> open = ConcurrentHashMap.newKeySet();

  /// One thread: what handshakes need to compute takes no more than its share of the machine, and
  /// nothing of the selector's time.
  private final ExecutorService handshakes =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("tls").daemon().factory());

  SocketFactory(int maxSockets, int maxFrameBytes, Gate gate, @Nullable LiveIdentity tls) {
    this.maxSockets = maxSockets;
    this.maxFrameBytes = maxFrameBytes;
    this.gate = gate;
    this.tls = tls;
  }

  /// Is given each socket that is let in. To be set before there are any.
  void whenAccepted(Consumer<ClientSocket> action) {
    accepted = action;
  }

  /// What waits to be written, at all of them.
  Tally unsent() {
    return unsent;
  }

  ClientSocket createWebSocket(SocketLoop loop) {
    return new ClientSocket(loop, drafts, maxFrameBytes, gate, unsent);
  }

  /// The key has the socket attached. Throws [IOException] where there are too many.
  ByteChannel wrapChannel(SocketChannel channel, SelectionKey key) throws IOException {
    if (open.size() >= maxSockets) {
      gate.drops(Rejection.SOCKETS);
      throw new IOException("too many sockets");
    }
    channel.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER_BYTES);
    ClientSocket socket = (ClientSocket) key.attachment();
    InetAddress peer = ((InetSocketAddress) channel.getRemoteAddress()).getAddress();
    socket.comesFrom(peer);
    if (!gate.admits(socket, peer)) {
      throw new IOException("too many from one address");
    }
    ByteChannel wrapped = wrapped(socket, channel, key);
    open.add(socket);
    socket.whenGone(
        () -> {
          open.remove(socket);
          socket.visit().leave();
        });
    accepted.accept(socket);
    return wrapped;
  }

  private ByteChannel wrapped(ClientSocket socket, SocketChannel channel, SelectionKey key)
      throws IOException {
    try {
      return tls == null ? channel : secured(tls, channel, key, socket);
    } catch (IOException e) {
      socket.visit().leave();
      throw e;
    }
  }

  private ByteChannel secured(
      LiveIdentity identity, SocketChannel channel, SelectionKey key, ClientSocket socket)
      throws IOException {
    SSLEngine engine = identity.current().createSSLEngine();
    engine.setUseClientMode(false);
    return new SecuredChannel(channel, engine, handshakes, key, socket::readAgain);
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  void forEach(Consumer<ClientSocket> action) {
    open.forEach(action);
  }

  /// Ends every socket that is still there, without a word.
  void cutAll() {
    open.forEach(ClientSocket::cut);
  }

  @Override
  public void close() {
    if (tls != null) {
      tls.close();
    }
    handshakes.shutdown();
  }
}
