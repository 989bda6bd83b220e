package dev.confab.client.call;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.LeaveReason;
import dev.confab.protocol.Limits;
import dev.confab.protocol.MediaState;
import dev.confab.protocol.Member;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.ResumeToken;
import dev.confab.protocol.ServerMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A signaling server in memory, with one room and no limits. Everything is delivered within the
/// call.
public final class FakeServer {
  private final List<FakeSignaling> sessions = new ArrayList<>();
  private int peers;

  /// The way of one client to this server.
  public Signaling signaling() {
    return new FakeSignaling();
  }

  private final class FakeSignaling implements Signaling {
    private @Nullable Listener listener;
    private @Nullable DisplayName name;
    private @Nullable Member member;
    private long id;
    private long seq;

    @Override
    public void connect(
        ServerAddress server,
        DisplayName newName,
        @Nullable ResumeToken ticket,
        Listener newListener) {
      synchronized (FakeServer.this) {
        name = newName;
        listener = newListener;
        sessions.add(this);
        newListener.onSession(
            new ServerMessage.Welcome(
                ++seq,
                ++id,
                1,
                "s",
                new ResumeToken("t".repeat(43)),
                false,
                0,
                List.of(),
                Limits.DEFAULT));
      }
    }

    @Override
    public long send(Request request) {
      synchronized (FakeServer.this) {
        ClientMessage message = request.withId(++id);
        switch (message) {
          case ClientMessage.Join join -> join(join);
          case ClientMessage.Leave leave -> left();
          case ClientMessage.Signal signal -> signal(signal);
          case ClientMessage.Update update -> update(update.media());
          case ClientMessage.Hello hello -> throw new IllegalArgumentException("hello");
          case ClientMessage.CountRooms count -> throw new IllegalArgumentException("count");
          case ClientMessage.SetRoom _,
              ClientMessage.Admit _,
              ClientMessage.TurnAway _,
              ClientMessage.Remove _,
              ClientMessage.HandOver _ ->
              throw new IllegalArgumentException("an owner's request");
        }
        return id;
      }
    }

    private void join(ClientMessage.Join join) {
      Member self =
          new Member(new PeerId("p" + ++peers), Objects.requireNonNull(name), join.media());
      List<Member> others = others().stream().map(s -> Objects.requireNonNull(s.member)).toList();
      member = self;
      tell(new ServerMessage.Joined(++seq, join.id(), join.room(), self.peer(), others));
      others().forEach(s -> s.tell(new ServerMessage.MemberJoined(++s.seq, self)));
    }

    private void signal(ClientMessage.Signal signal) {
      PeerId from = Objects.requireNonNull(member).peer();
      for (FakeSignaling other : others()) {
        if (Objects.requireNonNull(other.member).peer().equals(signal.to())) {
          other.tell(new ServerMessage.Signal(++other.seq, from, signal.payload()));
        }
      }
    }

    private void update(MediaState media) {
      Member now = Objects.requireNonNull(member);
      Member changed = new Member(now.peer(), now.name(), media);
      member = changed;
      others().forEach(s -> s.tell(new ServerMessage.MemberUpdated(++s.seq, changed)));
    }

    private void left() {
      Member gone = member;
      member = null;
      if (gone != null) {
        others()
            .forEach(
                s -> s.tell(new ServerMessage.MemberLeft(++s.seq, gone.peer(), LeaveReason.LEFT)));
      }
    }

    private List<FakeSignaling> others() {
      return sessions.stream().filter(s -> s != this && s.member != null).toList();
    }

    private void tell(ServerMessage message) {
      if (listener != null) {
        listener.onMessage(message);
      }
    }

    @Override
    public void renew() {}

    @Override
    public void close() {
      synchronized (FakeServer.this) {
        left();
        sessions.remove(this);
        listener = null;
      }
    }
  }
}
