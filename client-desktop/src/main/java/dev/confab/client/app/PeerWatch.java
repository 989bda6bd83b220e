package dev.confab.client.app;

import dev.confab.client.call.PeerStats;
import dev.confab.client.call.RemotePeer;
import dev.confab.client.media.LatestFrame;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Figures of one member, for [StatsFile]. Told on the call thread, read on the writer's.
final class PeerWatch {
  private final LatestFrame frames;
  private final FrameProbe probe = new FrameProbe();
  private final long metNanos = System.nanoTime();
  private volatile long connectedNanos;
  private volatile @Nullable PeerStats stats;

  PeerWatch(LatestFrame frames) {
    this.frames = frames;
    frames.onDrawn(probe);
  }

  /// Not so when the member's connection has been made anew.
  boolean watches(LatestFrame others) {
    return frames.equals(others);
  }

  void link(RemotePeer.Link link) {
    if (link == RemotePeer.Link.CONNECTED && connectedNanos == 0) {
      connectedNanos = System.nanoTime();
    }
  }

  void stats(PeerStats newest) {
    stats = newest;
  }

  /// Times in ms; -1 for what has not happened yet.
  Map<String, Object> figures(RemotePeer peer, long joinNanos) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("name", peer.name().value());
    figures.put("link", peer.link().name());
    figures.put("microphone", peer.microphone());
    figures.put("camera", peer.camera());
    figures.put("connectedAfterMillis", millis(metNanos, connectedNanos));
    figures.put("firstFrameAfterMillis", millis(metNanos, probe.firstNanos()));
    figures.put(
        "joinToFirstFrameMillis", joinNanos == 0 ? -1 : millis(joinNanos, probe.firstNanos()));
    figures.put("framesConverted", peer.frames().published());
    figures.put("framesDrawn", peer.frames().drawn());
    figures.put("pictureNumber", probe.lastNumber());
    figures.put("agesMillis", probe.takeAges());
    PeerStats newest = stats;
    if (newest != null) {
      figures.put("path", newest.path());
      figures.put("roundTripMillis", newest.roundTripMillis());
      figures.put("sent", video(newest.sent()));
      figures.put("received", video(newest.received()));
      figures.put("audio", audio(newest.audio()));
    }
    return figures;
  }

  private static Map<String, Object> video(PeerStats.Video video) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("codec", video.codec());
    figures.put("width", video.width());
    figures.put("height", video.height());
    figures.put("framesPerSecond", video.framesPerSecond());
    figures.put("frames", video.frames());
    figures.put("bytes", video.bytes());
    figures.put("packetsLost", video.lost());
    return figures;
  }

  private static Map<String, Object> audio(PeerStats.Audio audio) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("bytesSent", audio.bytesSent());
    figures.put("bytesReceived", audio.bytesReceived());
    figures.put("packetsLost", audio.packetsLost());
    figures.put("levelReceived", audio.levelReceived());
    return figures;
  }

  private static long millis(long from, long to) {
    return to == 0 ? -1 : (to - from) / 1_000_000;
  }
}
