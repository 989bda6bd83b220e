package dev.confab.server.net;

import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomId;
import dev.confab.server.EntrySettings;
import dev.confab.server.Patience;
import dev.confab.server.ServerConfig;
import dev.confab.server.entry.EntryInspector;
import dev.confab.server.entry.Inspections;
import dev.confab.server.entry.InvitationKey;
import dev.confab.server.entry.Invitations;
import dev.confab.server.gate.Visitors;
import dev.confab.server.room.LocalRooms;
import dev.confab.server.room.RandomSecrets;
import dev.confab.server.room.RoomView;
import dev.confab.server.room.SessionRules;
import dev.confab.server.room.Sessions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// One listening address, and everything behind it. Methods may be called on any thread.
public final class Listener implements AutoCloseable {
  /// Connections that wait to be accepted; the kernel may allow fewer (`net.core.somaxconn`).
  private static final int BACKLOG = 4096;

  /// Beyond the connections that are let in, there must be room to tell others that there is none,
  /// and for those in their handshake.
  private static final int SPARE_SOCKETS = 128;

  /// So small a part of the heap may hold what is kept for clients that do not keep up, or are
  /// away.
  private static final int KEPT_SHARE = 4;

  private static final Duration STOP_TIME = Duration.ofSeconds(2);

  private final RoomLoop loop;
  private final SocketFactory sockets;
  private final Endpoint endpoint;
  private final int port;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Listener(RoomLoop loop, SocketFactory sockets, Endpoint endpoint, int port) {
    this.loop = loop;
    this.sockets = sockets;
    this.endpoint = endpoint;
    this.port = port;
  }

  /// Listens when this returns. `tls` is what new connections are met with; `observers` are told of
  /// everything after the log. Throws [IOException] when the address cannot be had.
  public static Listener open(
      ServerConfig config, @Nullable LiveIdentity tls, List<Observer> observers)
      throws IOException, InterruptedException {
    return open(config, tls, observers, Runtime.getRuntime().maxMemory() / KEPT_SHARE);
  }

  /// At most `maxKept` bytes are kept for all clients together.
  static Listener open(
      ServerConfig config, @Nullable LiveIdentity tls, List<Observer> observers, long maxKept)
      throws IOException {
    ServerSocketChannel channel = bind(config);
    int port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
    Patience patience = config.patience();
    List<Observer> all = new ArrayList<>(observers);
    all.addFirst(new EventLog());
    Observer observer = Observer.all(all);
    EntrySettings entry = config.entry();
    LocalRooms rooms = new LocalRooms(config.limits().roomMembers(), entry.allowed(), observer);
    SessionRules rules =
        new SessionRules(
            config.limits(),
            config.ice(),
            entry.allowed(),
            patience.grace(),
            config.maxConnections(),
            patience.idle());
    Sessions sessions = new Sessions(rooms, rules, new RandomSecrets());
    Visitors visitors = new Visitors(config.access(), config.limits(), System::nanoTime);
    Gate gate = new Gate(config.access(), visitors, observer);
    SocketFactory sockets =
        new SocketFactory(
            config.maxConnections() + SPARE_SOCKETS, config.limits().frameBytes(), gate, tls);
    Inspections inspections = new Inspections(new EntryInspector(invitations(entry.key())));
    RoomLoop loop =
        new RoomLoop(
            sessions,
            rooms,
            inspections,
            patience,
            config.maxConnections(),
            new Allowance(sockets.unsent(), maxKept),
            observer);
    gate.whenTurnedAway(loop.arrivals()::turnedAway);
    sockets.whenAccepted(loop.arrivals()::accepted);
    Endpoint endpoint = new Endpoint(channel, sockets, gate, loop);
    loop.start();
    endpoint.begin();
    if (tls != null) {
      tls.watch();
    }
    return new Listener(loop, sockets, endpoint, port);
  }

  private static @Nullable Invitations invitations(@Nullable InvitationKey key) {
    return key == null ? null : new Invitations(key, InstantSource.system());
  }

  private static ServerSocketChannel bind(ServerConfig config) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open();
    try {
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      InetSocketAddress address = new InetSocketAddress(config.bind(), config.port());
      if (address.isUnresolved()) {
        throw new IOException("there is no address of this name");
      }
      return channel.bind(address, BACKLOG);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /// The real one.
  public int port() {
    return port;
  }

  /// Completed by the rooms' thread, in its turn.
  public CompletableFuture<Vitals> vitals() {
    return loop.vitals();
  }

  /// All rooms, as the rooms' thread sees them in its turn.
  public CompletableFuture<List<RoomView>> overview() {
    return loop.oversight().overview();
  }

  /// Takes a member out of its room, as an owner would; false where there is none.
  public CompletableFuture<Boolean> expel(PeerId peer) {
    return loop.oversight().expel(peer);
  }

  /// Takes everyone out of a room; false where there is none.
  public CompletableFuture<Boolean> closeRoom(RoomId room) {
    return loop.oversight().closeRoom(room);
  }

  /// Refuses whoever is new; completes when nobody is in a room any more.
  public CompletableFuture<Void> drain(int seconds) {
    return loop.drain(seconds);
  }

  /// Blocks until it no longer listens.
  public void awaitStop() throws InterruptedException {
    endpoint.awaitStop();
  }

  /// Closes every socket with 1001.
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    try {
      endpoint.stop(STOP_TIME);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    sockets.cutAll();
    sockets.close();
    loop.close();
  }
}
