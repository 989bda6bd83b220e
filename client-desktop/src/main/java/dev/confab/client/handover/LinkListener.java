package dev.confab.client.handover;

import dev.confab.client.call.ConfabLink;
import dev.confab.protocol.InvalidValueException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes links from the processes that are started for them, one after the other, on a thread of
/// its own.
///
/// Of several windows one listens: the one that holds the lock. The others wait for the lock, and
/// the system gives it to one of them when the first has ended, even by a crash. Who holds it knows
/// that a socket that is there is a dead one's, and takes its place.
public final class LinkListener {
  private static final Logger LOG = LoggerFactory.getLogger(LinkListener.class);
  private static final Duration READ = Duration.ofMillis(500);
  private static final Duration FRONT = Duration.ofMillis(2_500);
  private static final Duration CLOSE = Duration.ofSeconds(2);
  private static final int BACKLOG = 8;

  private final MeetingPlace place;
  private final Executor front;
  private final Predicate<ConfabLink> take;
  private final Thread thread;
  private volatile @Nullable ServerSocketChannel listening;
  private volatile boolean closed;

  private LinkListener(MeetingPlace place, Executor front, Predicate<ConfabLink> take) {
    this.place = place;
    this.front = front;
    this.take = take;
    thread = Thread.ofPlatform().name("confab-links").daemon().unstarted(this::run);
  }

  /// `take` is called by `front`, and answers whether it has. There is one listener in a process.
  public static LinkListener start(MeetingPlace place, Executor front, Predicate<ConfabLink> take) {
    LinkListener listener = new LinkListener(place, front, take);
    listener.thread.start();
    return listener;
  }

  boolean isListening() {
    return listening != null;
  }

  private void run() {
    try {
      place.make();
      try (FileChannel file =
              FileChannel.open(place.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock _ = file.lock()) {
        if (!closed) {
          listen();
        }
      }
    } catch (ClosedChannelException e) {
      LOG.debug("No more links are taken");
    } catch (IOException | OverlappingFileLockException | UnsupportedOperationException e) {
      // e.g. a path too long for a socket, a home on a network drive, or a Windows without sockets
      LOG.warn("Links that are clicked open windows of their own: {}", e.toString());
    }
  }

  private void listen() throws IOException {
    Files.deleteIfExists(place.socket());
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(place.socket()), BACKLOG);
      place.closeToOthers(place.socket());
      listening = server;
      while (!closed) {
        answer(server.accept());
      }
    } finally {
      Files.deleteIfExists(place.socket());
    }
  }

  private void answer(SocketChannel peer) {
    try (peer;
        LineChannel line = new LineChannel(peer, READ)) {
      ConfabLink link = ConfabLink.parse(line.read());
      line.write((isTaken(link) ? Answer.TAKEN : Answer.BUSY).word());
    } catch (IOException | InvalidValueException e) {
      LOG.debug("Another process has handed no link over: {}", e.toString());
    }
  }

  /// A front that is too slow is not to take later what the other process then shows itself.
  private boolean isTaken(ConfabLink link) {
    FutureTask<Boolean> asked = new FutureTask<>(() -> take.test(link));
    front.execute(asked);
    try {
      return asked.get(FRONT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      asked.cancel(false);
    } catch (ExecutionException e) {
      LOG.error("The link {} was not taken", link, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  /// The socket is gone when this returns. Who still waits for the lock is left waiting: it ends
  /// with the process, and to call it back is not possible on Windows.
  public void close() throws InterruptedException {
    closed = true;
    ServerSocketChannel server = listening;
    if (server != null) {
      try {
        server.close();
      } catch (IOException e) {
        LOG.warn("The socket for links is not closed: {}", e.toString());
      }
      thread.join(CLOSE);
    }
  }
}
