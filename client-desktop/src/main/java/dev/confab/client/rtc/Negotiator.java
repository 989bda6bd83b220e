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
  private long newestTaken;

  Negotiator(RtcPeer peer, RTCPeerConnection connection, Executor callThread, boolean playsSound) {
    this.peer = peer;
    this.connection = connection;
    this.callThread = callThread;
    this.playsSound = playsSound;
  }

  void makeOffer(long negotiation, boolean iceRestart) {
    RTCOfferOptions options = new RTCOfferOptions();
    options.iceRestart = iceRestart;
    Description made = description(negotiation, "createOffer");
    connection.createOffer(
        options,
        made.creating(
            offer ->
                connection.setLocalDescription(
                    offer,
                    description(negotiation, "setLocalDescription")
                        .setting(
                            () ->
                                peer.post(
                                    new CallEvent.OfferMade(
                                        peer.key(),
                                        new PeerMessage.Offer(negotiation, offer.sdp)))))));
  }

  void takeOffer(PeerMessage.Offer offer) {
    long negotiation = offer.negotiation();
    newestTaken = negotiation;
    remote(RTCSdpType.OFFER, offer.sdp(), negotiation, () -> makeAnswer(negotiation));
  }

  private void makeAnswer(long negotiation) {
    if (negotiation != newestTaken) {
      return; // a newer offer has been taken meanwhile, and will be answered
    }
    connection.createAnswer(
        new RTCAnswerOptions(),
        description(negotiation, "createAnswer")
            .creating(
                answer ->
                    connection.setLocalDescription(
                        answer,
                        description(negotiation, "setLocalDescription")
                            .setting(
                                () ->
                                    peer.post(
                                        new CallEvent.AnswerMade(
                                            peer.key(),
                                            new PeerMessage.Answer(negotiation, answer.sdp)))))));
  }

  void takeAnswer(PeerMessage.Answer answer) {
    long negotiation = answer.negotiation();
    remote(
        RTCSdpType.ANSWER,
        answer.sdp(),
        negotiation,
        () -> peer.post(new CallEvent.AnswerTaken(peer.key(), negotiation)));
  }

  private void remote(RTCSdpType type, String sdp, long negotiation, Runnable then) {
    Description description = description(negotiation, "setRemoteDescription");
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

  private Description description(long negotiation, String step) {
    return new Description(peer, callThread, negotiation, step);
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
