package dev.confab.client.rtc;

import dev.onvoid.webrtc.RTCStats;
import dev.onvoid.webrtc.RTCStatsReport;
import dev.onvoid.webrtc.RTCStatsType;
import org.jspecify.annotations.Nullable;

/// Makes readings of one connection's sent picture from WebRTC's statistics (W3C webrtc-stats, of a
/// sender): what has come since the last. Call thread alone.
final class SendingWatch {
  private double frames;
  private double quantizers;

  /// `pixels` is the size that the connection may send, `framerate` the limit of its frames a
  /// second.
  Adaptation.Reading read(RTCStatsReport report, double pixels, double framerate) {
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
