package dev.confab.client.rtc;

import dev.confab.client.call.TileSize;
import dev.onvoid.webrtc.RTCRtpSender;
import dev.onvoid.webrtc.RTCStats;
import dev.onvoid.webrtc.RTCStatsReport;
import dev.onvoid.webrtc.RTCStatsType;
import org.jspecify.annotations.Nullable;

/// How one's own picture is encoded for one member: for what is drawn there, and what gets through.
/// Call thread alone.
final class SentPicture {
  private final RTCRtpSender sender;
  private @Nullable TileSize drawn;
  private @Nullable PictureLimit limit;
  private Adaptation adaptation = Adaptation.NONE;
  private double frames;
  private double quantizers;

  SentPicture(RTCRtpSender sender) {
    this.sender = sender;
  }

  /// It is drawn no larger than this at the other's.
  void draw(TileSize size) {
    drawn = size;
  }

  boolean isSent() {
    return limit != null && limit.active();
  }

  /// Encodes a picture of this size, which is sent to so many receivers.
  void limit(TileSize source, int receivers) {
    PictureLimit wanted = PictureLimit.of(drawn == null ? source : drawn, source, receivers);
    PictureLimit next = wanted.smallerBy(adaptation.scale());
    if (!next.equals(limit)) {
      limit = next;
      next.applyTo(sender);
    }
  }

  /// Makes the picture smaller or larger as the path bears it, from the next [#limit] on. `report`
  /// is that of the sender (W3C webrtc-stats), about a second after the last one.
  void adapt(RTCStatsReport report, TileSize source) {
    PictureLimit present = limit;
    if (present != null) {
      double pixels = present.pixels(source) * adaptation.scale() * adaptation.scale();
      adaptation = adaptation.next(read(report, pixels, present.maxFramerate()));
    }
  }

  /// The source does it itself.
  void stopAdapting() {
    adaptation = Adaptation.NONE;
  }

  /// What has come since the last.
  private Adaptation.Reading read(RTCStatsReport report, double pixels, double framerate) {
    StatsReader stats = new StatsReader(report);
    @Nullable RTCStats sent = stats.first(RTCStatsType.OUTBOUND_RTP, "video");
    @Nullable RTCStats source = stats.first(RTCStatsType.MEDIA_SOURCE, "video");
    double framesNow = StatsReader.number(sent, "framesEncoded");
    double quantizersNow = StatsReader.number(sent, "qpSum");
    double encoded = framesNow - frames;
    double quantizer = encoded > 0 ? (quantizersNow - quantizers) / encoded : 0;
    frames = framesNow;
    quantizers = quantizersNow;
    return new Adaptation.Reading(
        pixels,
        Math.min(framerate, StatsReader.number(source, "framesPerSecond")),
        StatsReader.number(sent, "framesPerSecond"),
        quantizer,
        StatsReader.number(sent, "targetBitrate"));
  }
}
