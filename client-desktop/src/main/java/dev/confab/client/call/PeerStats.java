package dev.confab.client.call;

/// Figures of one connection at one moment, from WebRTC's statistics (W3C webrtc-stats). Counters
/// count from the start of the connection. `path` is the kind of route, from here to there: `host`,
/// `srflx`, `prflx` or `relay`, with the protocol, as in `host-srflx/udp`; empty while there is
/// none. For a relay of our own, how it is reached stands with it: `relay(tls)-host/udp`.
public record PeerStats(
    PeerKey key,
    String state,
    String path,
    double roundTripMillis,
    Video sent,
    Video received,
    Audio audio) {

  /// One direction of the picture.
  public record Video(
      String codec,
      int width,
      int height,
      double framesPerSecond,
      long frames,
      long bytes,
      long lost) {
    public static final Video NONE = new Video("", 0, 0, 0, 0, 0, 0);
  }

  /// The sound; the level is 0 to 1.
  public record Audio(long bytesSent, long bytesReceived, long packetsLost, double levelReceived) {
    public static final Audio NONE = new Audio(0, 0, 0, 0);
  }
}
