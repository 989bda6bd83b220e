package dev.confab.server;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A bare socket that can break any rule of RFC 6455. Reads only when told to.
public final class RawClient implements AutoCloseable {
  public static final int CONTINUATION = 0;
  public static final int TEXT = 1;
  public static final int PING = 9;
  public static final int PONG = 10;
  private static final int FIN = 0x80;
  private static final int CLOSE = 8;

  private static final int RECEIVE_BUFFER_BYTES = 8 * 1024;

  private final Socket socket;
  private final OutputStream out;
  private final DataInputStream in;

  RawClient(URI server) throws IOException {
    this(connect(server, null));
  }

  /// `connected` may speak TLS.
  public RawClient(Socket connected) throws IOException {
    socket = connected;
    socket.setSoTimeout((int) Peer.PATIENCE.toMillis());
    socket.setTcpNoDelay(true); // a frame is written in two pieces
    out = socket.getOutputStream();
    in = new DataInputStream(socket.getInputStream());
  }

  /// Plain TCP, from this address of our own where one is given. The kernel keeps little for who
  /// does not read.
  public static Socket connect(URI server, @Nullable InetAddress from) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(RECEIVE_BUFFER_BYTES);
    socket.bind(new InetSocketAddress(from, 0));
    socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
    return socket;
  }

  /// Past the handshake.
  static RawClient open(URI server) throws IOException {
    RawClient client = new RawClient(server);
    client.write(handshake("confab"));
    client.readHead();
    return client;
  }

  public static byte[] handshake(String subprotocol) {
    return """
        GET / HTTP/1.1\r
        Host: localhost\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Protocol: %s\r
        \r
        """
        .formatted(subprotocol)
        .getBytes(StandardCharsets.US_ASCII);
  }

  public void write(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  /// What there is, and at least one byte.
  byte[] read() throws IOException {
    byte[] bytes = new byte[16 * 1024];
    int count = in.read(bytes);
    if (count < 0) {
      throw new EOFException();
    }
    return Arrays.copyOf(bytes, count);
  }

  /// The answer to a handshake.
  public String readHead() throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      head.append((char) in.readUnsignedByte());
    }
    return head.toString();
  }

  public void text(String text) throws IOException {
    frame(TEXT, true, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Masked with zeros.
  public void frame(int opcode, boolean last, byte[] payload) throws IOException {
    write(header(opcode, last, payload.length));
    write(payload);
  }

  public static byte[] header(int opcode, boolean last, long length) {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    head.write((last ? FIN : 0) | opcode);
    if (length < 126) {
      head.write(0x80 | (int) length);
    } else if (length < 65_536) {
      head.write(0x80 | 126);
      head.write((int) (length >> 8));
      head.write((int) length);
    } else {
      head.write(0x80 | 127);
      for (int shift = 56; shift >= 0; shift -= 8) {
        head.write((int) (length >> shift));
      }
    }
    head.writeBytes(new byte[4]);
    return head.toByteArray();
  }

  /// Skips frames up to the server's close.
  public int awaitClose() throws IOException {
    byte[] payload = awaitFrame((opcode, _) -> opcode == CLOSE);
    return (payload[0] & 0xFF) << 8 | (payload[1] & 0xFF);
  }

  /// Skips frames up to a ping; what it holds.
  byte[] awaitPing() throws IOException {
    return awaitFrame((opcode, _) -> opcode == PING);
  }

  /// Skips frames up to one that contains this.
  public String awaitText(String part) throws IOException {
    return awaitText(text -> text.contains(part));
  }

  /// Skips frames up to a text like this.
  public String awaitText(Predicate<String> wanted) throws IOException {
    byte[] payload = awaitFrame((opcode, text) -> opcode == TEXT && wanted.test(text));
    return new String(payload, StandardCharsets.UTF_8);
  }

  /// As [#awaitText], and shows life meanwhile: it answers pings.
  public String awaitTextAlive(Predicate<String> wanted) throws IOException {
    while (true) {
      Frame frame = next();
      if (frame.opcode == TEXT && wanted.test(frame.text())) {
        return frame.text();
      }
      if (frame.opcode == PING) {
        frame(PONG, true, frame.payload);
      }
    }
  }

  private byte[] awaitFrame(BiPredicate<Integer, String> wanted) throws IOException {
    while (true) {
      Frame frame = next();
      if (wanted.test(frame.opcode, frame.text())) {
        return frame.payload;
      }
    }
  }

  private static final class Frame {
    private final int opcode;
    private final byte[] payload;

    private Frame(int opcode, byte[] payload) {
      this.opcode = opcode;
      this.payload = payload;
    }

    private String text() {
      return new String(payload, StandardCharsets.UTF_8);
    }
  }

  private Frame next() throws IOException {
    int opcode = in.readUnsignedByte() & 0xF;
    return new Frame(opcode, in.readNBytes(readLength()));
  }

  private int readLength() throws IOException {
    int length = in.readUnsignedByte();
    return switch (length) {
      case 126 -> in.readUnsignedShort();
      case 127 -> (int) in.readLong();
      default -> length;
    };
  }

  /// Reads, whatever comes, until the server ends the stream or resets it.
  public void awaitEnd() throws IOException {
    try {
      in.skipNBytes(Long.MAX_VALUE);
    } catch (EOFException | SocketException e) {
      return;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
