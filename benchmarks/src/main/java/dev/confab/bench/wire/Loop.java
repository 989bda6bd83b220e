package dev.confab.bench.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Waits for all connections at once, and counts how long it had nothing to do. Belongs to the
/// thread that calls [#turn].
public final class Loop implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 18;

  private final Selector selector;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private final Consumer<SelectionKey> action = this::ready;
  private final ArrayDeque<Outgoing> spare = new ArrayDeque<>();
  private final List<Link> unflushed = new ArrayList<>();
  private byte[] bytes = new byte[2 * BUFFER_BYTES];
  private int random = 0x2545f491;
  private long idleNanos;
  private long wokeAt;

  public Loop() throws IOException {
    selector = Selector.open();
  }

  /// Begins to connect.
  public Link connect(InetSocketAddress server, Upgrade upgrade, Listener listener)
      throws IOException {
    return new Link(this, server, upgrade, listener);
  }

  /// Does what there is to do; waits for it as long, at most. Zero: not at all.
  public void turn(long waitMillis) throws IOException {
    flush();
    long began = System.nanoTime();
    wokeAt = 0;
    if (waitMillis == 0) {
      selector.selectNow(action);
    } else {
      selector.select(action, waitMillis);
    }
    idleNanos += (wokeAt == 0 ? System.nanoTime() : wokeAt) - began;
    flush();
  }

  /// Time in which nothing was to be read, in all turns so far.
  public long idleNanos() {
    return idleNanos;
  }

  private void ready(SelectionKey key) {
    if (wokeAt == 0) {
      wokeAt = System.nanoTime();
    }
    ((Link) key.attachment()).ready();
    flush();
  }

  private void flush() {
    // what is flushed may have failed, and who hears of it may send to others
    for (int i = 0; i < unflushed.size(); i++) {
      Link link = unflushed.get(i);
      link.unflushed = false;
      link.flush();
    }
    unflushed.clear();
  }

  void written(Link link) {
    if (!link.unflushed) {
      link.unflushed = true;
      unflushed.add(link);
    }
  }

  SelectionKey register(SocketChannel channel, int interest, Link link) throws IOException {
    return channel.register(selector, interest, link);
  }

  /// Empty, for a read or a write.
  ByteBuffer buffer() {
    return buffer.clear();
  }

  /// For what was read, until the next read.
  byte[] bytes(int atLeast) {
    if (bytes.length < atLeast) {
      bytes = new byte[2 * atLeast];
    }
    return bytes;
  }

  Outgoing lend() {
    Outgoing outgoing = spare.poll();
    return outgoing == null ? new Outgoing() : outgoing;
  }

  void giveBack(Outgoing empty) {
    spare.push(empty);
  }

  /// xorshift: another key for each frame, which nobody has to be kept from guessing here.
  int nextKey() {
    random ^= random << 13;
    random ^= random >>> 17;
    random ^= random << 5;
    return random;
  }

  void close(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a connection cannot be closed", e);
    }
  }

  /// Cuts every connection that is left.
  @Override
  public void close() throws IOException {
    for (SelectionKey key : selector.keys()) {
      ((Link) key.attachment()).cut();
    }
    selector.close();
  }
}
