package dev.confab.server.room;

import dev.confab.protocol.ClientMessage.Hello;
import dev.confab.protocol.ClientMessage.Resume;
import dev.confab.protocol.CloseCode;
import dev.confab.protocol.Protocol;
import dev.confab.protocol.ResumeToken;
import dev.confab.protocol.ServerMessage;
import dev.confab.server.room.Output.Close;
import dev.confab.server.room.Output.Send;
import dev.confab.server.room.Session.Link;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a `hello` leads to: a new session, an old one taken up again, or neither.
final class Greeting {
  private final SessionTable table;
  private final SessionRules rules;
  private final Secrets secrets;

  Greeting(SessionTable table, SessionRules rules, Secrets secrets) {
    this.table = table;
    this.rules = rules;
    this.secrets = secrets;
  }

  /// Who it is that says hello.
  sealed interface Caller {
    record Stranger() implements Caller {}

    /// Gets a new session. `outdated` is its old one, of which too much was missed.
    record Newcomer(int version, @Nullable Session outdated) implements Caller {}

    /// It has every message up to `seq`, or wants none of them.
    record Returning(
        int version, Session session, ResumeToken token, long seq, List<ServerMessage> missed)
        implements Caller {
      /// Of what it is to hear again, in bytes, about.
      int weight() {
        return missed.stream().mapToInt(Replay::weight).sum();
      }
    }
  }

  Caller recognise(Hello hello) {
    Optional<Integer> version =
        hello.versions().stream()
            .filter(Protocol.VERSIONS::contains)
            .max(Comparator.naturalOrder());
    if (version.isEmpty()) {
      return new Caller.Stranger();
    }
    Resume resume = hello.resume();
    Session session = resume == null ? null : table.with(TokenHash.of(resume.token()));
    if (resume == null || session == null) {
      return new Caller.Newcomer(version.get(), null);
    }
    long seq = resume.seq() == null ? session.replay().lastSeq() : resume.seq();
    return session
        .replay()
        .after(seq)
        .<Caller>map(
            missed -> new Caller.Returning(version.get(), session, resume.token(), seq, missed))
        .orElseGet(() -> new Caller.Newcomer(version.get(), session));
  }

  static List<Output> turnAway(ConnectionId from, Hello hello) {
    return List.of(
        new Send(from, new ServerMessage.UnsupportedVersion(0, hello.id(), Protocol.VERSIONS)),
        new Close(from, CloseCode.UNSUPPORTED_VERSION));
  }

  List<Output> begin(ConnectionId from, Hello hello, int version) {
    ResumeToken token = secrets.token();
    Session session = new Session(secrets.id(), hello, TokenHash.of(token), from, table.kept());
    table.add(session, from);
    long seq = session.replay().first();
    return List.of(new Send(from, welcome(hello, version, session, token, false, seq)));
  }

  /// The welcome has the number of the last message that the client has: after any welcome, the
  /// next message is the one with the next number.
  List<Output> resume(ConnectionId from, Hello hello, Caller.Returning returning) {
    Session session = returning.session();
    List<Output> outputs = new ArrayList<>();
    if (session.link() instanceof Link.Up(ConnectionId old)) {
      outputs.add(new Close(old, CloseCode.REPLACED));
    }
    ResumeToken next = secrets.token();
    table.resumed(session, from, TokenHash.of(returning.token()), TokenHash.of(next));
    long seq = returning.seq();
    session.replay().arrived(seq);
    outputs.add(new Send(from, welcome(hello, returning.version(), session, next, true, seq)));
    for (ServerMessage message : returning.missed()) {
      outputs.add(new Send(from, message));
    }
    return outputs;
  }

  private ServerMessage welcome(
      Hello hello, int version, Session session, ResumeToken token, boolean resumed, long seq) {
    return new ServerMessage.Welcome(
        seq,
        hello.id(),
        version,
        session.id(),
        token,
        resumed,
        session.lastId(),
        rules.ice().to(session.id()),
        rules.limits(),
        rules.entry());
  }
}
