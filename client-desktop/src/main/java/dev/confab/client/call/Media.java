package dev.confab.client.call;

import dev.confab.client.media.LatestFrame;
import dev.confab.protocol.ChannelMessage;
import dev.confab.protocol.PeerMessage;
import java.util.function.Consumer;

/// The devices and the connections. Called on the call thread alone; returns soon; what comes of a
/// call is posted as a [CallEvent]. Calls that name a connection which does not exist (any more)
/// have no effect.
public interface Media extends AutoCloseable {
  /// Reconciles the devices towards a wish: `MediaReported` follows when something changed.
  void apply(MediaWish wish);

  /// The own picture.
  LatestFrame preview();

  /// A connection that is ready to make or to take an offer; received frames go to `frames`.
  void openPeer(PeerKey key, Paths paths, LatestFrame frames, boolean offers);

  /// What the connection gathers from now on, at an ICE restart, comes by way of these. What it
  /// stands on stays.
  void renewPaths(PeerKey key, Paths paths);

  /// `OfferMade` follows, when the local description stands.
  void makeOffer(PeerKey key, long negotiation, boolean iceRestart);

  /// `AnswerMade` follows, when both descriptions stand.
  void takeOffer(PeerKey key, PeerMessage.Offer offer);

  /// `AnswerTaken` follows, when both descriptions stand.
  void takeAnswer(PeerKey key, PeerMessage.Answer answer);

  /// Only when both descriptions stand: before, WebRTC drops it without a word.
  void takeCandidate(PeerKey key, PeerMessage.Candidate candidate);

  /// In order, reliably, once the channel is open.
  void send(PeerKey key, ChannelMessage message);

  /// The picture that is sent to them need not be larger than it is drawn there.
  void limitPicture(PeerKey key, TileSize size);

  /// Whether the member's sound is played.
  void hearPeer(PeerKey key, boolean heard);

  void closePeer(PeerKey key);

  /// Figures of every connection; `sink` is called on the call thread, once for each.
  void readStats(Consumer<PeerStats> sink);

  /// Gives every device, connection and thread back.
  @Override
  void close();
}
