package dev.confab.client.rtc;

import dev.confab.client.call.CallThread;
import dev.confab.protocol.ChannelMessage;
import dev.confab.protocol.json.MessageCodec;
import dev.confab.protocol.json.ProtocolException;
import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelBuffer;
import dev.onvoid.webrtc.RTCDataChannelObserver;
import dev.onvoid.webrtc.RTCDataChannelState;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The data channel that carries chat (RFC 8831): ordered and reliable. Call thread alone, but for
/// the callbacks.
///
/// WebRTC closes a channel whose buffer overflows, and says nothing when it drains; so no more than
/// a megabyte is handed to it, and while something waits it is asked every 20 ms.
final class ChatChannel implements RTCDataChannelObserver {
  static final String LABEL = "chat";
  private static final Logger LOG = LoggerFactory.getLogger(ChatChannel.class);
  private static final long MAX_BUFFERED = 1 << 20;
  private static final int MAX_MESSAGE = 262_144;
  private static final long ASK_AGAIN_MILLIS = 20;

  /// So much of what has come may wait for the call thread. WebRTC takes in whatever is sent: who
  /// sends faster than it is read would fill the memory.
  private static final long MAX_UNREAD = 16 << 20;

  /// What the owner is told, on the call thread.
  interface Listener {
    void onOpened();

    void onClosed();

    void onMessage(ChannelMessage message);
  }

  private final RTCDataChannel channel;
  private final CallThread callThread;
  private @Nullable Listener listener;
  private final Queue<byte[]> waiting = new ArrayDeque<>();
  private final AtomicLong unread = new AtomicLong();
  private boolean open;
  private boolean asking;
  private boolean closed;

  ChatChannel(RTCDataChannel channel, CallThread callThread, Listener listener) {
    this.channel = channel;
    this.callThread = callThread;
    this.listener = listener;
    channel.registerObserver(this);
    stateChanged();
  }

  void send(ChannelMessage message) {
    byte[] bytes = MessageCodec.encode(message).getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MAX_MESSAGE) {
      LOG.warn("A message of {} bytes is too large for the channel", bytes.length);
      return;
    }
    waiting.add(bytes);
    drain();
  }

  private void drain() {
    while (open && !waiting.isEmpty() && channel.getBufferedAmount() < MAX_BUFFERED) {
      try {
        channel.send(new RTCDataChannelBuffer(ByteBuffer.wrap(waiting.remove()), false));
      } catch (Exception e) {
        LOG.warn("Could not send a message", e);
      }
    }
    if (open && !waiting.isEmpty() && !asking) {
      asking = true;
      callThread.after(
          ASK_AGAIN_MILLIS,
          () -> {
            asking = false;
            drain();
          });
    }
  }

  /// Idempotent.
  void close() {
    if (!closed) {
      closed = true;
      open = false;
      waiting.clear();
      listener = null; // the library keeps its observer, that is this, for ever
      ForgottenReference reference = ForgottenReference.of(channel);
      channel.unregisterObserver();
      channel.close();
      reference.giveBack();
    }
  }

  private void stateChanged() {
    Listener owner = listener;
    if (owner == null) {
      return;
    }
    boolean now = channel.getState() == RTCDataChannelState.OPEN;
    if (now != open) {
      open = now;
      if (open) {
        owner.onOpened();
        drain();
      } else {
        owner.onClosed();
      }
    }
  }

  private void flooded() {
    Listener owner = listener;
    if (owner != null) {
      LOG.warn("A member sends faster than it can be read; their channel is closed");
      close();
      owner.onClosed();
    }
  }

  private void received(String json) {
    Listener owner = listener;
    if (owner == null) {
      return;
    }
    try {
      owner.onMessage(MessageCodec.decodeChannel(json));
    } catch (ProtocolException e) {
      LOG.warn("Ignored a chat message: {}", e.getMessage());
    }
  }

  // --- callbacks, on WebRTC's signaling thread ---------------------------------------------------

  @Override
  public void onStateChange() {
    CallbackGuard.run("onStateChange", () -> callThread.execute(this::stateChanged));
  }

  /// The buffer dies when this returns.
  @Override
  public void onMessage(RTCDataChannelBuffer buffer) {
    CallbackGuard.run(
        "onMessage",
        () -> {
          int bytes = buffer.data.remaining();
          if (unread.addAndGet(bytes) > MAX_UNREAD) {
            callThread.execute(this::flooded); // and what has come is not kept
            return;
          }
          String json = StandardCharsets.UTF_8.decode(buffer.data).toString();
          callThread.execute(
              () -> {
                unread.addAndGet(-bytes);
                received(json);
              });
        });
  }

  /// Never called by webrtc-java 0.14.0.
  @Override
  public void onBufferedAmountChange(long previousAmount) {}
}
