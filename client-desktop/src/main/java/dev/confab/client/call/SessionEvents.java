package dev.confab.client.call;

import dev.confab.protocol.PeerMessage;
import dev.confab.protocol.ServerMessage;
import dev.confab.protocol.json.MessageCodec;
import dev.confab.protocol.json.ProtocolException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Posts what a session with the server says, marked with the attempt that it belongs to, and reads
/// what its members sent each other. Any thread.
final class SessionEvents implements Signaling.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(SessionEvents.class);

  private final long attempt;
  private final Consumer<CallEvent> mailbox;

  SessionEvents(long attempt, Consumer<CallEvent> mailbox) {
    this.attempt = attempt;
    this.mailbox = mailbox;
  }

  @Override
  public void onSession(ServerMessage.Welcome welcome) {
    mailbox.accept(new CallEvent.SessionOpened(attempt, welcome));
  }

  @Override
  public void onMessage(ServerMessage message) {
    if (message instanceof ServerMessage.Signal signal) {
      decode(signal);
    } else {
      mailbox.accept(new CallEvent.ServerSaid(attempt, message));
    }
  }

  private void decode(ServerMessage.Signal signal) {
    try {
      PeerMessage message = MessageCodec.decodePeer(signal.payload().text());
      mailbox.accept(new CallEvent.PeerSaid(attempt, signal.from(), message));
    } catch (ProtocolException e) {
      LOG.warn("Ignored a signal of {}: {}", signal.from(), e.getMessage());
    }
  }

  @Override
  public void onInterrupted() {
    mailbox.accept(new CallEvent.SignalingInterrupted(attempt));
  }

  @Override
  public void onEnded(CallFailure failure) {
    mailbox.accept(new CallEvent.SignalingEnded(attempt, failure));
  }
}
