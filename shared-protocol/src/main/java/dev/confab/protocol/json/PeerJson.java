package dev.confab.protocol.json;

import dev.confab.protocol.ChannelMessage;
import dev.confab.protocol.ChatMessage;
import dev.confab.protocol.PeerMessage;
import java.nio.charset.StandardCharsets;

/// The fields of what members say to each other: each [PeerMessage] and [ChannelMessage].
final class PeerJson {
  /// W3C gives `sdpMLineIndex` 16 bits.
  private static final int MAX_LINE_INDEX = 65_535;

  private PeerJson() {}

  static Json write(PeerMessage message) {
    return switch (message) {
      case PeerMessage.Offer(var negotiation, var sdp) ->
          typed("offer", negotiation).with("sdp", sdp).build();
      case PeerMessage.Answer(var negotiation, var sdp) ->
          typed("answer", negotiation).with("sdp", sdp).build();
      case PeerMessage.Candidate(var negotiation, var mid, var lineIndex, var candidate) ->
          typed("candidate", negotiation)
              .with("sdpMid", mid)
              .with("sdpMLineIndex", lineIndex)
              .with("candidate", candidate)
              .build();
      case PeerMessage.Continue(var negotiation, var from, var to) ->
          typed("continue", negotiation).with("from", from.value()).with("to", to.value()).build();
      case PeerMessage.StartOver(var negotiation) -> typed("start-over", negotiation).build();
      case PeerMessage.OfferRequest(var negotiation, var iceRestart) ->
          typed("offer-request", negotiation).with("iceRestart", iceRestart).build();
    };
  }

  private static Json.Builder typed(String type, long negotiation) {
    return Json.ofType(type).with("negotiation", negotiation);
  }

  static PeerMessage read(JsonFields in) throws ProtocolException {
    return switch (in.type()) {
      case "offer" -> new PeerMessage.Offer(negotiation(in), in.text("sdp"));
      case "answer" -> new PeerMessage.Answer(negotiation(in), in.text("sdp"));
      case "candidate" ->
          new PeerMessage.Candidate(
              negotiation(in),
              in.optionalText("sdpMid"),
              in.number("sdpMLineIndex", 0, MAX_LINE_INDEX),
              in.text("candidate"));
      case "offer-request" -> new PeerMessage.OfferRequest(negotiation(in), in.bool("iceRestart"));
      case "continue" ->
          new PeerMessage.Continue(negotiation(in), in.instanceId("from"), in.instanceId("to"));
      case "start-over" -> new PeerMessage.StartOver(negotiation(in));
      default -> throw in.unknownType();
    };
  }

  /// 0 from a side that has not seen an offer yet.
  private static long negotiation(JsonFields in) throws ProtocolException {
    return in.number("negotiation", 0, Long.MAX_VALUE);
  }

  static Json write(ChannelMessage message) {
    return switch (message) {
      case ChatMessage(var id, var sentAt, var text) ->
          Json.ofType("text").with("id", id).with("sentAt", sentAt).with("text", text).build();
      case ChannelMessage.Greeting(var instance) ->
          Json.ofType("greeting").with("instance", instance.value()).build();
      case ChannelMessage.Received(var id) -> Json.ofType("received").with("id", id).build();
      case ChannelMessage.View(var width, var height) ->
          Json.ofType("view").with("width", width).with("height", height).build();
    };
  }

  static ChannelMessage readChannel(JsonFields in) throws ProtocolException {
    return switch (in.type()) {
      case "text" -> chat(in);
      case "greeting" -> new ChannelMessage.Greeting(in.instanceId("instance"));
      case "received" -> new ChannelMessage.Received(in.number("id", 1, Long.MAX_VALUE));
      case "view" ->
          new ChannelMessage.View(
              in.number("width", 0, ChannelMessage.View.MAX),
              in.number("height", 0, ChannelMessage.View.MAX));
      default -> throw in.unknownType();
    };
  }

  private static ChatMessage chat(JsonFields in) throws ProtocolException {
    String text = in.text("text", ChatMessage.MAX_BYTES);
    if (text.getBytes(StandardCharsets.UTF_8).length > ChatMessage.MAX_BYTES) {
      throw in.bad("`text` has at most " + ChatMessage.MAX_BYTES + " bytes.");
    }
    return new ChatMessage(
        in.number("id", 1, Long.MAX_VALUE),
        in.number("sentAt", Long.MIN_VALUE, Long.MAX_VALUE),
        text);
  }
}
