package dev.confab.client.rtc;

import dev.confab.client.call.CallEvent;
import dev.confab.protocol.PeerMessage;
import dev.onvoid.webrtc.RTCAnswerOptions;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCOfferOptions;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes and takes the descriptions and candidates of one connection (RFC 8829), step by step; what
/// comes of each is posted. Call thread alone.
final class Negotiator {
  private static final Logger LOG = LoggerFactory.getLogger(Negotiator.class);

  private final RtcPeer peer;
  private final RTCPeerConnection connection;
  private final Executor callThread;
  private final boolean playsSound;

  /// From when an offer is taken until its answer is made. An offer that came in between would be
  /// answered with what was made for the one before, and could then not be answered itself.
  private boolean answering;

  /// The newest that came meanwhile; those before it need no answer any more.
  private PeerMessage.@Nullable Offer waiting;

  Negotiator(RtcPeer peer, RTCPeerConnection connection, Executor callThread, boolean playsSound) {
    this.peer = peer;
    this.connection = connection;
    this.callThread = callThread;
    this.playsSound = playsSound;
  }

  void makeOffer(long negotiation, boolean iceRestart) {
    RTCOfferOptions options = new RTCOfferOptions();
    options.iceRestart = iceRestart;
    Description made = step(negotiation, "createOffer");
    connection.createOffer(
        options,
        made.creating(
            offer ->
                connection.setLocalDescription(
                    offer,
                    step(negotiation, "setLocalDescription")
                        .setting(
                            () ->
                                peer.post(
                                    new CallEvent.OfferMade(
                                        peer.key(),
                                        new PeerMessage.Offer(negotiation, offer.sdp)))))));
  }

  void takeOffer(PeerMessage.Offer offer) {
    if (answering) {
      waiting = offer;
      return;
    }
    answering = true;
    long negotiation = offer.negotiation();
    remote(
        RTCSdpType.OFFER,
        offer.sdp(),
        answerStep(negotiation, "setRemoteDescription"),
        () -> makeAnswer(negotiation));
  }

  /// Whatever became of the answer.
  private void answered() {
    answering = false;
    PeerMessage.Offer next = waiting;
    waiting = null;
    if (next != null) {
      takeOffer(next);
    }
  }

  private void makeAnswer(long negotiation) {
    if (waiting != null) {
      answered(); // it will be, with the newer one's answer
      return;
    }
    connection.createAnswer(
        new RTCAnswerOptions(),
        answerStep(negotiation, "createAnswer")
            .creating(
                answer ->
                    connection.setLocalDescription(
                        answer,
                        answerStep(negotiation, "setLocalDescription")
                            .setting(() -> answerMade(negotiation, answer.sdp)))));
  }

  private void answerMade(long negotiation, String sdp) {
    peer.post(new CallEvent.AnswerMade(peer.key(), new PeerMessage.Answer(negotiation, sdp)));
    answered();
  }

  void takeAnswer(PeerMessage.Answer answer) {
    long negotiation = answer.negotiation();
    remote(
        RTCSdpType.ANSWER,
        answer.sdp(),
        step(negotiation, "setRemoteDescription"),
        () -> peer.post(new CallEvent.AnswerTaken(peer.key(), negotiation)));
  }

  private void remote(RTCSdpType type, String sdp, Description description, Runnable then) {
    if (!MediaSections.areOurs(sdp)) {
      description.failed("other media than a sound, a picture and a chat");
      return;
    }
    String read = StartBitrate.putInto(playsSound ? sdp : LipSync.leaveOutOf(sdp));
    try {
      connection.setRemoteDescription(
          new RTCSessionDescription(type, read), description.setting(then));
    } catch (RuntimeException | Error e) { // rubbish in the SDP throws java.lang.Error
      description.failed(String.valueOf(e.getMessage()));
    }
  }

  private Description step(long negotiation, String name) {
    return new Description(peer, callThread, negotiation, name, () -> {});
  }

  private Description answerStep(long negotiation, String name) {
    return new Description(peer, callThread, negotiation, name, this::answered);
  }

  void takeCandidate(PeerMessage.Candidate candidate) {
    try {
      connection.addIceCandidate(
          new RTCIceCandidate(
              candidate.sdpMid(), candidate.sdpMLineIndex(), candidate.candidate()));
    } catch (RuntimeException | Error e) { // rubbish throws java.lang.Error
      LOG.warn("Ignored a candidate of {}: {}", peer.key().peer(), e.getMessage());
    }
  }
}
