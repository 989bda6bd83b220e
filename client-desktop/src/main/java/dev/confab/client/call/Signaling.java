package dev.confab.client.call;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.ResumeToken;
import dev.confab.protocol.ServerMessage;
import org.jspecify.annotations.Nullable;

/// The way to the signaling server: one session at a time, which outlives its sockets. Methods
/// return at once.
public interface Signaling {
  /// Begins a session, or takes up the one that `ticket` is of, if the server still has it. It says
  /// hello, comes back with back-off when the socket is lost, and resumes.
  ///
  /// What the server said meanwhile to a session that is taken up is not told: it was meant for a
  /// program that has ended, and the answer to `join` holds the complete state.
  void connect(
      ServerAddress server, DisplayName name, @Nullable ResumeToken ticket, Listener listener);

  /// Sends a message of the current session; it gets its id here. What is said while there is no
  /// socket goes out when there is one, and what the server did not get before a resumption is
  /// repeated. Answers the id.
  long send(Request request);

  /// Goes on over another socket at once, without waiting for the present one to be found dead, or
  /// for the next try.
  void renew();

  /// Ends the session; the listener hears nothing more.
  void close();

  /// A message that does not yet have its id.
  @FunctionalInterface
  interface Request {
    ClientMessage withId(long id);
  }

  /// Called on a thread of the signaling's own; must only post.
  interface Listener {
    /// A session stands. `resumed` is false on the first without a ticket, and when the server has
    /// forgotten us: then nothing of what it knew is left, and the room must be joined again.
    void onSession(ServerMessage.Welcome welcome);

    /// Anything but `welcome`, each exactly once and in order.
    void onMessage(ServerMessage message);

    /// The socket is gone; it is being tried again.
    void onInterrupted();

    /// It is of no use to go on. Before the first session this is the first failure; later, only
    /// when the server said so or nothing was heard of it for
    /// [dev.confab.protocol.Protocol#RESUME_GRACE] and longer.
    void onEnded(CallFailure failure);
  }
}
