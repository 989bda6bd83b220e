package dev.confab.client.rtc;

import dev.confab.client.call.CallEvent;
import dev.confab.client.call.CallThread;
import dev.confab.client.call.PeerKey;
import dev.confab.client.call.RemotePeer.Link;
import dev.confab.client.call.TileSize;
import dev.confab.client.media.LatestFrame;
import dev.confab.protocol.ChannelMessage;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCDataChannelInit;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCRtpReceiver;
import dev.onvoid.webrtc.RTCRtpSender;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCStatsReport;
import dev.onvoid.webrtc.media.MediaStreamTrack;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.video.VideoTrack;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection to one member: its two senders, its chat channel, and what it receives. Call
/// thread alone.
///
/// Both sides put their senders in with `addTrack` before the first description, so that each
/// m-section carries media both ways from the first offer on, and later changes are `replaceTrack`
/// and nothing is negotiated again.
final class RtcPeer {
  private static final Logger LOG = LoggerFactory.getLogger(RtcPeer.class);
  private static final List<String> STREAM = List.of("confab");

  private final PeerKey key;
  private final Surroundings surroundings;
  private final CallThread callThread;
  private final NativeScope scope = new NativeScope();
  private final RTCPeerConnection connection;
  private final RTCRtpSender audioSender;
  private final RTCRtpSender videoSender;
  private final FrameConverter converter;
  private @Nullable AudioTrack receivedAudio;
  private @Nullable RTCRtpReceiver audioReceiver;
  private @Nullable ChatChannel chat;
  private final SentPicture picture;
  private final Negotiator negotiator;
  private boolean audible = true;
  private boolean wanted = true;
  private boolean connected;
  private boolean settled;
  private boolean seen;

  /// What connections share. `playsSound`: received sound is played out. `connected` is told on the
  /// call thread when one has come to stand, once for each.
  record Surroundings(
      PeerConnectionFactory factory,
      CallThread callThread,
      StandIns standIns,
      boolean playsSound,
      Consumer<CallEvent> events,
      Consumer<RtcPeer> connected) {}

  RtcPeer(
      PeerKey key,
      Surroundings surroundings,
      ConnectionSettings settings,
      LatestFrame frames,
      boolean offers) {
    this.key = key;
    this.surroundings = surroundings;
    this.callThread = surroundings.callThread();
    this.converter = new FrameConverter(frames);
    this.connection =
        surroundings
            .factory()
            .createPeerConnection(settings.toRtc(), new PeerCallbacks(this, callThread));
    scope.onClose(ForgottenReference.of(connection)::giveBack);
    this.audioSender = connection.addTrack(surroundings.standIns().audio(), STREAM);
    scope.onClose(ForgottenReference.of(audioSender)::giveBack);
    this.videoSender = connection.addTrack(surroundings.standIns().video(), STREAM);
    scope.onClose(ForgottenReference.of(videoSender)::giveBack);
    this.picture = new SentPicture(videoSender);
    this.negotiator = new Negotiator(this, connection, callThread, surroundings.playsSound());
    scope.onClose(connection::close);
    scope.onClose(() -> sendAudio(null));
    scope.onClose(() -> sendVideo(null));
    sendAudio(null);
    sendVideo(null);
    if (offers) {
      useChat(connection.createDataChannel(ChatChannel.LABEL, new RTCDataChannelInit()));
    }
  }

  /// Only its ICE servers may differ from those before. What is gathered from now on uses them; a
  /// relay that stands is refreshed as it was made.
  void use(ConnectionSettings settings) {
    try {
      connection.setConfiguration(settings.toRtc());
    } catch (RuntimeException e) { // servers that WebRTC does not take: the call stands without
      LOG.warn("{} keeps its ICE servers: {}", key.peer(), e.getMessage());
    }
  }

  PeerKey key() {
    return key;
  }

  boolean closed() {
    return scope.closed();
  }

  void post(CallEvent event) {
    if (!scope.closed()) {
      surroundings.events().accept(event);
    }
  }

  void linkChanged(Link link) {
    post(new CallEvent.LinkChanged(key, link));
    if (link == Link.CONNECTED && !connected) {
      connected = true;
      surroundings.connected().accept(this);
    }
  }

  /// It has stood once; media is sent from then on, whatever becomes of the path.
  boolean connected() {
    return connected;
  }

  /// It has stood for a while.
  boolean settled() {
    return settled;
  }

  void settle() {
    settled = true;
  }

  void sendAudio(@Nullable AudioTrack track) {
    audioSender.replaceTrack(track);
  }

  void sendVideo(@Nullable VideoTrack track) {
    videoSender.replaceTrack(track);
  }

  SentPicture picture() {
    return picture;
  }

  Negotiator negotiator() {
    return negotiator;
  }

  /// How the picture gets through, to adapt it. To be called once a second, for a source that does
  /// not do that itself.
  void adaptPicture(TileSize source) {
    if (connected && picture.isSent()) {
      connection.getStats(
          videoSender, report -> whileOpen("getStats", () -> picture.adapt(report, source)));
    }
  }

  /// How loud they are heard, 0 to 1; 0 where nobody plays the sound out.
  double level() {
    if (audioReceiver == null) {
      return 0;
    }
    return audioReceiver.getSynchronizationSources().stream()
        .mapToDouble(source -> source.audioLevel)
        .max()
        .orElse(0);
  }

  /// Whether there is a speaker to hear them by.
  void setAudible(boolean heard) {
    audible = heard;
    hear();
  }

  /// Whether the person wants to hear them.
  void setWanted(boolean heard) {
    wanted = heard;
    hear();
  }

  private void hear() {
    if (receivedAudio != null) {
      receivedAudio.setEnabled(audible && wanted);
    }
  }

  // --- what is received -------------------------------------------------------------------------

  /// The wrapper owns no reference: it is used while the connection lives, and never disposed of.
  void received(RTCRtpTransceiver transceiver) {
    MediaStreamTrack track = transceiver.getReceiver().getTrack();
    switch (track) {
      case VideoTrack video -> {
        if (!seen) {
          seen = true;
          video.addSink(converter);
          scope.onClose(() -> video.removeSink(converter));
        }
      }
      case AudioTrack audio -> {
        receivedAudio = audio;
        audioReceiver = transceiver.getReceiver();
        hear();
      }
      default -> LOG.debug("A track of kind {}", track.getKind());
    }
  }

  void useChat(RTCDataChannel channel) {
    if (chat != null || !channel.getLabel().equals(ChatChannel.LABEL)) {
      LOG.warn("Ignored a data channel that nobody asked for");
      ForgottenReference reference = ForgottenReference.of(channel);
      channel.close();
      reference.giveBack();
      return;
    }
    ChatChannel opened = new ChatChannel(channel, callThread, new ChatEvents());
    chat = opened;
    scope.onClose(opened::close);
  }

  void send(ChannelMessage message) {
    if (chat != null) {
      chat.send(message);
    }
  }

  void readStats(Consumer<RTCStatsReport> sink) {
    connection.getStats(report -> whileOpen("getStats", () -> sink.accept(report)));
  }

  /// From a callback to the call thread, where it is dropped if the connection has been closed.
  private void whileOpen(String callback, Runnable task) {
    CallbackGuard.run(
        callback,
        () ->
            callThread.execute(
                () -> {
                  if (!scope.closed()) {
                    task.run();
                  }
                }));
  }

  /// Senders let go of their tracks, then the connection closes. Idempotent.
  void close() {
    scope.close();
  }

  private final class ChatEvents implements ChatChannel.Listener {
    @Override
    public void onOpened() {
      post(new CallEvent.ChatOpened(key));
    }

    @Override
    public void onClosed() {
      post(new CallEvent.ChatClosed(key));
    }

    @Override
    public void onMessage(ChannelMessage message) {
      post(new CallEvent.ChannelSaid(key, System.currentTimeMillis(), message));
    }
  }
}
