package dev.confab.client.rtc;

import dev.confab.client.call.PeerKey;
import dev.confab.client.call.PeerStats;
import dev.onvoid.webrtc.RTCStats;
import dev.onvoid.webrtc.RTCStatsReport;
import dev.onvoid.webrtc.RTCStatsType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Picks our figures out of WebRTC's statistics (W3C webrtc-stats).
final class StatsReader {
  private final Map<String, RTCStats> stats;

  StatsReader(RTCStatsReport report) {
    this.stats = report.getStats();
  }

  static PeerStats read(PeerKey key, RTCStatsReport report) {
    StatsReader reader = new StatsReader(report);
    @Nullable RTCStats pair = reader.selectedPair();
    return new PeerStats(
        key,
        reader.state(),
        reader.path(pair),
        number(pair, "currentRoundTripTime") * 1000,
        reader.video(RTCStatsType.OUTBOUND_RTP, "framesEncoded", "bytesSent"),
        reader.video(RTCStatsType.INBOUND_RTP, "framesDecoded", "bytesReceived"),
        reader.audio());
  }

  private String state() {
    return text(first(RTCStatsType.TRANSPORT, ""), "dtlsState");
  }

  private @Nullable RTCStats selectedPair() {
    return stats.get(text(first(RTCStatsType.TRANSPORT, ""), "selectedCandidatePairId"));
  }

  private String path(@Nullable RTCStats pair) {
    if (pair == null) {
      return "";
    }
    @Nullable RTCStats local = stats.get(text(pair, "localCandidateId"));
    @Nullable RTCStats remote = stats.get(text(pair, "remoteCandidateId"));
    return ownEnd(local) + "-" + text(remote, "candidateType") + "/" + text(local, "protocol");
  }

  /// A relay is spoken to in its own way, whatever it does further on.
  private static String ownEnd(@Nullable RTCStats local) {
    String relayProtocol = text(local, "relayProtocol");
    return text(local, "candidateType")
        + (relayProtocol.isEmpty() ? "" : "(" + relayProtocol + ")");
  }

  private PeerStats.Video video(RTCStatsType type, String frames, String bytes) {
    @Nullable RTCStats stream = first(type, "video");
    if (stream == null) {
      return PeerStats.Video.NONE;
    }
    String codec = text(stats.get(text(stream, "codecId")), "mimeType").replaceFirst("^video/", "");
    return new PeerStats.Video(
        codec,
        (int) number(stream, "frameWidth"),
        (int) number(stream, "frameHeight"),
        number(stream, "framesPerSecond"),
        (long) number(stream, frames),
        (long) number(stream, bytes),
        (long) number(stream, "packetsLost"));
  }

  private PeerStats.Audio audio() {
    @Nullable RTCStats received = first(RTCStatsType.INBOUND_RTP, "audio");
    return new PeerStats.Audio(
        (long) number(first(RTCStatsType.OUTBOUND_RTP, "audio"), "bytesSent"),
        (long) number(received, "bytesReceived"),
        (long) number(received, "packetsLost"),
        number(received, "audioLevel"));
  }

  /// The first of this type, and, where it is not empty, of this kind of media.
  @Nullable RTCStats first(RTCStatsType type, String kind) {
    for (RTCStats candidate : stats.values()) {
      if (candidate.getType() == type && (kind.isEmpty() || text(candidate, "kind").equals(kind))) {
        return candidate;
      }
    }
    return null;
  }

  private static String text(@Nullable RTCStats from, String name) {
    return from != null && from.getAttributes().get(name) instanceof Object value
        ? value.toString()
        : "";
  }

  /// 0 where it is not there.
  static double number(@Nullable RTCStats from, String name) {
    return from != null && from.getAttributes().get(name) instanceof Number value
        ? value.doubleValue()
        : 0;
  }
}
