package dev.confab.protocol;

import org.jspecify.annotations.Nullable;

/// What two members say to each other through `signal`, in its payload. `negotiation` numbers the
/// offers of one connection, from 1: an answer or a candidate that belongs to an older one is
/// dropped.
public sealed interface PeerMessage {
  long negotiation();

  /// SDP of type offer (RFC 8829).
  record Offer(long negotiation, String sdp) implements PeerMessage {}

  /// SDP of type answer.
  record Answer(long negotiation, String sdp) implements PeerMessage {}

  /// One trickled ICE candidate (RFC 8838), in the form of W3C `RTCIceCandidateInit`.
  record Candidate(long negotiation, @Nullable String sdpMid, int sdpMLineIndex, String candidate)
      implements PeerMessage {}

  /// Said to a member of a room that was joined again, in place of a first offer: the connection
  /// between these two instances goes on.
  record Continue(long negotiation, InstanceId from, InstanceId to) implements PeerMessage {}

  /// The answer of one who has no such connection: it is to be made anew.
  record StartOver(long negotiation) implements PeerMessage {}

  /// Asks the one who offers for a new offer; `iceRestart` when the path is dead.
  record OfferRequest(long negotiation, boolean iceRestart) implements PeerMessage {}
}
