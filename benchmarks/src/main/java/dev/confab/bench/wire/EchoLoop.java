package dev.confab.bench.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The least that a WebSocket server can do: it unmasks what comes and sends it back. For clients
/// that take what they are sent; a write that does not fit ends the connection.
public final class EchoLoop implements AutoCloseable {
  private static final int BACKLOG = 4096;
  private static final int BUFFER_BYTES = 1 << 18;
  private static final String ANSWER =
      """
      HTTP/1.1 101 Switching Protocols\r
      Upgrade: websocket\r
      Connection: Upgrade\r
      Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r
      \r
      """;

  private final Selector selector;
  private final ServerSocketChannel server;
  private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private final ByteBuffer out = ByteBuffer.allocateDirect(2 * BUFFER_BYTES);
  private final byte[] bytes = new byte[2 * BUFFER_BYTES];
  private final byte[] head = new byte[Frames.MAX_HEAD];

  private EchoLoop(Selector selector, ServerSocketChannel server) {
    this.selector = selector;
    this.server = server;
  }

  /// Listens when this returns.
  public static EchoLoop open() throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    server.configureBlocking(false);
    Selector selector = Selector.open();
    server.register(selector, SelectionKey.OP_ACCEPT);
    return new EchoLoop(selector, server);
  }

  public int port() {
    return server.socket().getLocalPort();
  }

  /// Until the process ends.
  public void run() throws IOException {
    while (selector.isOpen()) {
      selector.select(this::ready);
    }
  }

  private void ready(SelectionKey key) {
    try {
      if (key.isAcceptable()) {
        accept();
      } else {
        read((SocketChannel) key.channel(), (Client) key.attachment());
      }
    } catch (IOException e) {
      key.cancel();
      end(key);
    }
  }

  private static void end(SelectionKey key) {
    try {
      key.channel().close();
    } catch (IOException e) {
      System.err.println("a connection cannot be closed: " + e.getMessage());
    }
  }

  private void accept() throws IOException {
    for (SocketChannel channel = server.accept(); channel != null; channel = server.accept()) {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.register(selector, SelectionKey.OP_READ, new Client());
    }
  }

  /// What is left of a frame of which more is to come.
  private static final class Client {
    private byte[] rest = new byte[0];
    private boolean open;
  }

  private void read(SocketChannel channel, Client client) throws IOException {
    int count = channel.read(in.clear());
    if (count < 0) {
      throw new IOException("the client has ended the connection");
    }
    int rest = client.rest.length;
    System.arraycopy(client.rest, 0, bytes, 0, rest);
    in.flip().get(bytes, rest, count);
    out.clear();
    int used = client.open ? 0 : answer(client, rest + count);
    if (client.open) {
      used += Incoming.take(bytes, used, rest + count, this::echo);
    }
    client.rest = Arrays.copyOfRange(bytes, used, rest + count);
    channel.write(out.flip());
    if (out.hasRemaining()) {
      throw new IOException("the client does not read");
    }
  }

  private int answer(Client client, int end) {
    String request = new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
    if (!request.endsWith("\r\n\r\n")) {
      return 0;
    }
    client.open = true;
    out.put(ANSWER.getBytes(StandardCharsets.US_ASCII));
    return end;
  }

  private void echo(int opcode, byte[] from, int begin, int end) {
    out.put(head, 0, Frames.head(head, 0, opcode, 0, end - begin));
    out.put(from, begin, end - begin);
  }

  @Override
  public void close() throws IOException {
    server.close();
    selector.close();
  }
}
