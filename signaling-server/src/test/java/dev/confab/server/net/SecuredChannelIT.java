package dev.confab.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.server.Identity;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One end of TLS on a selector, where handshakes are computed as soon as the test lets them.
@SuppressWarnings("NullAway.Init") // see begin
class SecuredChannelIT {
  /// A record of TLS that says nothing: a change of cipher, which TLS 1.3 passes over.
  private static final byte[] MORE = {20, 3, 3, 0, 1, 1};

  private static final int ENOUGH = 1000;

  @TempDir private Path folder = Path.of("");

  private final ExecutorService handshakes = Executors.newSingleThreadExecutor();
  private final CountDownLatch mayCompute = new CountDownLatch(1);
  private final CountDownLatch goesOn = new CountDownLatch(1);
  private final ByteBuffer plain = ByteBuffer.allocate(64 * 1024);
  private Identity identity;
  private Selector selector;
  private SocketChannel client;
  private SelectionKey key;
  private SecuredChannel channel;

  @BeforeEach
  void begin() throws Exception {
    identity = Identity.make(folder, "EC");
    selector = Selector.open();
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      client = SocketChannel.open(server.getLocalAddress());
      SocketChannel accepted = server.accept();
      accepted.configureBlocking(false);
      key = accepted.register(selector, SelectionKey.OP_READ);
      var _ = handshakes.submit(() -> mayCompute.await(1, TimeUnit.MINUTES));
      SSLEngine engine =
          PemIdentity.load(identity.certificate(), identity.key()).context().createSSLEngine();
      engine.setUseClientMode(false);
      channel = new SecuredChannel(accepted, engine, handshakes, key, goesOn::countDown);
      key.interestOps(SelectionKey.OP_READ); // as the socket sees to when it has nothing to write
    }
  }

  @AfterEach
  void end() throws Exception {
    mayCompute.countDown();
    client.close();
    key.channel().close();
    selector.close();
    handshakes.shutdown();
  }

  private byte[] clientHello() throws Exception {
    SSLEngine engine = identity.clientContext().createSSLEngine();
    engine.setUseClientMode(true);
    ByteBuffer bytes = ByteBuffer.allocate(64 * 1024);
    engine.wrap(ByteBuffer.allocate(0), bytes);
    byte[] hello = new byte[bytes.flip().remaining()];
    bytes.get(hello);
    return hello;
  }

  private void arrives(byte[] bytes) throws Exception {
    client.write(ByteBuffer.wrap(bytes));
  }

  /// What the loop of the sockets does when this one is ready. Returns how often it read.
  private int reads() throws Exception {
    int times = 1;
    channel.read(plain.clear());
    while (channel.isNeedRead() && times < ENOUGH) {
      channel.readMore(plain.clear());
      times++;
    }
    return times;
  }

  private static byte[] joined(byte[] one, byte[] other) {
    return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
  }

  @Test
  void whatComesBehindAClientHelloIsNotReadAgainAndAgain() throws Exception {
    arrives(joined(clientHello(), MORE));
    selector.select();
    assertThat(reads()).isLessThan(ENOUGH);
    mayCompute.countDown();
    goesOn.await();
    assertThat(reads()).isLessThan(ENOUGH);
    assertThat(client.read(ByteBuffer.allocate(1))).as("of the answer").isEqualTo(1);
  }

  @Test
  void whatComesWhileAHandshakeIsComputedDoesNotWakeTheSelector() throws Exception {
    arrives(clientHello());
    selector.select();
    reads();
    selector.selectedKeys().clear();
    arrives(MORE);
    assertThat(selector.select(300)).isZero();
    mayCompute.countDown();
    goesOn.await();
    reads();
    arrives(MORE);
    assertThat(selector.select(10_000)).as("it listens again").isEqualTo(1);
  }
}
