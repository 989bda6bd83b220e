package dev.confab.client.signaling;

import dev.confab.client.call.Signaling.Request;
import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.Protocol;
import dev.confab.protocol.ResumeToken;
import dev.confab.protocol.ServerMessage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// What of a session outlives its sockets: the resume token, the number of the last message heard,
/// and what was said and may have to be said again. Belongs to the session's worker, but for
/// [#number].
final class Conversation {
  /// More than this is not kept: a resumption that would need it fails, and a new session begins.
  static final int MAX_KEPT = 256;

  private static final String CLIENT = "confab-desktop";
  private static final long HELLO_ID = 1;

  private final DisplayName name;
  private final Deque<ClientMessage> kept = new ArrayDeque<>();
  private volatile Numbers numbers = new Numbers(HELLO_ID);
  private @Nullable ResumeToken token;
  private long lastSeq;
  private boolean begun;
  private boolean askedToResume;

  /// The last id of a program that has ended, while only answers to its messages may come: nothing
  /// that was said to it is news here.
  private long deafUpTo;

  /// `ticket`: of the session to take up.
  Conversation(DisplayName name, @Nullable ResumeToken ticket) {
    this.name = name;
    this.token = ticket;
  }

  /// Gives a message its id. From the thread of the one who says it, in the order in which it is
  /// then said.
  Numbered number(Request request) {
    Numbers current = numbers;
    return new Numbered(current, request.withId(current.next.getAndIncrement()));
  }

  /// Keeps a message until the server has it. False: it was meant for a session that is over.
  boolean keep(Numbered numbered) {
    if (numbered.numbers() != numbers) {
      return false;
    }
    kept.addLast(numbered.message());
    if (kept.size() > MAX_KEPT) {
      kept.removeFirst();
    }
    return true;
  }

  /// What is to be said, or said again, on a new socket.
  List<ClientMessage> kept() {
    return List.copyOf(kept);
  }

  ClientMessage.Hello hello() {
    askedToResume = token != null;
    Long heard = begun ? Long.valueOf(lastSeq) : null;
    ClientMessage.Resume resume = token == null ? null : new ClientMessage.Resume(token, heard);
    return new ClientMessage.Hello(HELLO_ID, Protocol.VERSIONS, CLIENT, name, resume);
  }

  /// Whether there has ever been a session.
  boolean begun() {
    return begun;
  }

  /// Whether the last `hello` did.
  boolean askedToResume() {
    return askedToResume;
  }

  /// The next `hello` asks for a new session.
  void startOver() {
    token = null;
  }

  /// A session stands, new or resumed. False: it is of no use, since something that the server did
  /// not get is no longer here.
  boolean accept(ServerMessage.Welcome welcome) {
    if (!welcome.resumed()) {
      if (begun) {
        kept.clear();
        numbers = new Numbers(HELLO_ID);
      }
      lastSeq = welcome.seq();
      deafUpTo = 0;
    }
    // The hello is not counted: a server that has handled nothing else says 0.
    long lastId = welcome.resumed() ? Math.max(welcome.lastId(), HELLO_ID) : HELLO_ID;
    if (welcome.resumed() && !begun) {
      numbers = new Numbers(lastId);
      lastSeq = welcome.seq();
      deafUpTo = lastId;
    }
    forgetUpTo(lastId);
    boolean complete = kept.isEmpty() || kept.getFirst().id() == lastId + 1;
    token = complete ? welcome.resumeToken() : null;
    begun |= complete;
    return complete;
  }

  /// False for what was heard before, or was meant for a program that has ended.
  boolean isNews(ServerMessage message) {
    if (message.seq() <= lastSeq) {
      return false;
    }
    lastSeq = message.seq();
    OptionalLong answered = answered(message);
    answered.ifPresent(this::forgetUpTo);
    if (answered.isPresent() && answered.getAsLong() > deafUpTo) {
      deafUpTo = 0;
    }
    return deafUpTo == 0;
  }

  /// The server reads in order: an answer means that it has all that came before.
  private void forgetUpTo(long id) {
    while (!kept.isEmpty() && kept.getFirst().id() <= id) {
      kept.removeFirst();
    }
  }

  private static OptionalLong answered(ServerMessage message) {
    return switch (message) {
      case ServerMessage.Joined joined -> OptionalLong.of(joined.re());
      case ServerMessage.Waiting waiting -> OptionalLong.of(waiting.re());
      case ServerMessage.Done done -> OptionalLong.of(done.re());
      case ServerMessage.RoomCounts counts -> OptionalLong.of(counts.re());
      case ServerMessage.Refused refused ->
          refused.re() == null ? OptionalLong.empty() : OptionalLong.of(refused.re());
      case ServerMessage.Welcome _,
          ServerMessage.UnsupportedVersion _,
          ServerMessage.MemberJoined _,
          ServerMessage.MemberLeft _,
          ServerMessage.MemberUpdated _,
          ServerMessage.RoomUpdated _,
          ServerMessage.Knock _,
          ServerMessage.KnockEnded _,
          ServerMessage.Removed _,
          ServerMessage.Signal _,
          ServerMessage.IceServers _,
          ServerMessage.Draining _ ->
          OptionalLong.empty();
    };
  }

  /// The ids of one session.
  static final class Numbers {
    private final AtomicLong next;

    Numbers(long last) {
      next = new AtomicLong(last + 1);
    }
  }

  /// A message, and the session that its id belongs to.
  record Numbered(Numbers numbers, ClientMessage message) {}
}
