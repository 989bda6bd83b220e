package dev.confab.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.InvitationToken;
import dev.confab.protocol.MediaState;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.Protocol;
import dev.confab.protocol.ResumeToken;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.RoomPassword;
import dev.confab.protocol.ServerMessage;
import dev.confab.protocol.json.MessageCodec;
import dev.confab.protocol.json.ProtocolException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A client that keeps to the protocol, on the JDK's WebSocket. Everything it waits for must come
/// in time, or the test fails.
final class Peer implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final BlockingQueue<ServerMessage> heard = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closeCode = new CompletableFuture<>();
  private final AtomicLong lastId = new AtomicLong();
  private final WebSocket socket;
  private volatile long lastSeq;

  Peer(URI server) {
    this(server, HttpClient.newHttpClient());
  }

  /// `headers` are names, each with a value behind it.
  Peer(URI server, HttpClient http, String... headers) {
    WebSocket.Builder builder = http.newWebSocketBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    socket =
        builder
            .subprotocols(Protocol.SUBPROTOCOL)
            .buildAsync(server, new Ears())
            .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
            .join();
  }

  static Peer member(URI server, String name, String room) throws InterruptedException {
    Peer peer = new Peer(server);
    peer.hello(name);
    peer.join(room);
    return peer;
  }

  private final class Ears implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        try {
          ServerMessage message = MessageCodec.decodeServer(text.toString());
          lastSeq = message.seq();
          heard.add(message);
        } catch (ProtocolException e) {
          closeCode.completeExceptionally(e);
        }
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closeCode.complete(code);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closeCode.completeExceptionally(error);
    }
  }

  void text(String frame) {
    socket.sendText(frame, true).orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  void binary(byte[] frame) {
    socket
        .sendBinary(ByteBuffer.wrap(frame), true)
        .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .join();
  }

  void say(ClientMessage message) {
    text(MessageCodec.encode(message));
  }

  long nextId() {
    return lastId.incrementAndGet();
  }

  ServerMessage.Welcome hello(String name) throws InterruptedException {
    say(new ClientMessage.Hello(nextId(), List.of(1), "test", new DisplayName(name), null));
    return await(ServerMessage.Welcome.class);
  }

  ServerMessage.Welcome resume(ResumeToken token, long seq) throws InterruptedException {
    ClientMessage.Resume resume = new ClientMessage.Resume(token, seq);
    say(new ClientMessage.Hello(nextId(), List.of(1), "test", new DisplayName("Any"), resume));
    return await(ServerMessage.Welcome.class);
  }

  /// Whether it may take the session up; if not, it is closed. Returns its new token, or null.
  @Nullable ResumeToken tryToResume(ResumeToken token, long seq) throws InterruptedException {
    ClientMessage.Resume resume = new ClientMessage.Resume(token, seq);
    say(new ClientMessage.Hello(nextId(), List.of(1), "test", new DisplayName("Any"), resume));
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!closeCode.isDone() && System.nanoTime() < end) {
      if (heard.poll(10, TimeUnit.MILLISECONDS) instanceof ServerMessage.Welcome welcome) {
        return welcome.resumeToken();
      }
    }
    return null;
  }

  ServerMessage.Joined join(String room) throws InterruptedException {
    askToJoin(room);
    return await(ServerMessage.Joined.class);
  }

  void askToJoin(String room) {
    say(new ClientMessage.Join(nextId(), new RoomId(room), MediaState.NOTHING));
  }

  void askToJoin(String room, String password) {
    RoomPassword secret = new RoomPassword(password);
    say(new ClientMessage.Join(nextId(), new RoomId(room), MediaState.NOTHING, secret, null));
  }

  void askToJoinInvited(String room, String invitation) {
    InvitationToken token = new InvitationToken(invitation);
    say(new ClientMessage.Join(nextId(), new RoomId(room), MediaState.NOTHING, null, token));
  }

  /// One that has just come back: what it says next is new.
  void goOnAfter(long id) {
    lastId.accumulateAndGet(id, Math::max);
  }

  void signal(PeerId to, String payload) {
    say(new ClientMessage.Signal(nextId(), to, payload));
  }

  long lastSeq() {
    return lastSeq;
  }

  /// The next message of this type; others are skipped.
  <M extends ServerMessage> M await(Class<M> type) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      ServerMessage next = heard.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next == null) {
        throw new AssertionError("no " + type.getSimpleName() + " came; closed: " + closeCode);
      }
      if (type.isInstance(next)) {
        return type.cast(next);
      }
    }
  }

  ServerMessage.Refused awaitRefusal() throws InterruptedException {
    return await(ServerMessage.Refused.class);
  }

  /// Asks until so many are in this room.
  void awaitRoomOf(String room, int members) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (count(room) != members) {
      assertThat(System.nanoTime()).as("time until %d are in %s", members, room).isLessThan(end);
      Thread.sleep(25); // asks 40 times a second: the server allows 100 messages
    }
  }

  private int count(String room) throws InterruptedException {
    say(new ClientMessage.CountRooms(nextId(), List.of(new RoomId(room))));
    return await(ServerMessage.RoomCounts.class).rooms().getFirst().members();
  }

  int awaitClose() {
    return closeCode.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  void assertOpen() {
    assertThat(closeCode).isNotDone();
  }

  void goodbye() {
    socket.sendClose(1000, "").orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  /// Without a goodbye, as when the network is gone.
  void abort() {
    socket.abort();
  }

  @Override
  public void close() {
    abort();
  }
}
