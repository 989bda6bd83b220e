package dev.confab.client.rtc;

import dev.confab.client.call.CallEvent;
import dev.confab.client.call.RemotePeer.Link;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCDataChannel;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import java.util.concurrent.Executor;

/// A connection's callbacks, on WebRTC's signaling thread: each posts to the call thread, and does
/// nothing else. What arrives there after the connection has been closed is dropped.
final class PeerCallbacks implements PeerConnectionObserver {
  private final RtcPeer peer;
  private final Executor callThread;

  PeerCallbacks(RtcPeer peer, Executor callThread) {
    this.peer = peer;
    this.callThread = callThread;
  }

  @Override
  public void onIceCandidate(RTCIceCandidate candidate) {
    post(
        "onIceCandidate",
        () ->
            peer.post(
                new CallEvent.CandidateFound(
                    peer.key(), candidate.sdpMid, candidate.sdpMLineIndex, candidate.sdp)));
  }

  @Override
  public void onConnectionChange(RTCPeerConnectionState state) {
    switch (state) {
      case NEW, CLOSED -> {}
      case CONNECTING -> link(Link.CONNECTING);
      case CONNECTED -> link(Link.CONNECTED);
      case DISCONNECTED -> link(Link.INTERRUPTED);
      case FAILED -> link(Link.FAILED);
    }
  }

  private void link(Link link) {
    post("onConnectionChange", () -> peer.linkChanged(link));
  }

  @Override
  public void onTrack(RTCRtpTransceiver transceiver) {
    post("onTrack", () -> peer.received(transceiver));
  }

  @Override
  public void onDataChannel(RTCDataChannel channel) {
    post("onDataChannel", () -> peer.useChat(channel));
  }

  private void post(String callback, Runnable task) {
    CallbackGuard.run(
        callback,
        () ->
            callThread.execute(
                () -> {
                  if (!peer.closed()) {
                    task.run();
                  }
                }));
  }
}
