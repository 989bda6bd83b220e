package dev.confab.bench.crowd;

import java.util.List;

/// What members send each other, as JSON of the size that it has in a call.
public enum Letter {
  OFFER('o'),
  ANSWER('a'),
  CANDIDATE('c');

  /// Of an offer or an answer with sound, picture and data.
  private static final int DESCRIPTION_BYTES = 2500;

  /// The lines that make most of a session description (RFC 8829), over and over. Its lines end in
  /// CR and LF, which JSON writes as four characters.
  private static final List<String> LINES =
      List.of(
          "m=video 9 UDP/TLS/RTP/SAVPF 96 97 98 99 100 101 102",
          "c=IN IP4 0.0.0.0",
          "a=rtcp:9 IN IP4 0.0.0.0",
          "a=ice-ufrag:Xk4S",
          "a=ice-pwd:qBn2pXvF8uQ1rT6yW3zE5cM0",
          "a=fingerprint:sha-256 7B:8B:F0:65:5F:78:E2:51:3B:AC:6F:F3:3F:46:1B:35",
          "a=setup:actpass",
          "a=rtpmap:96 VP8/90000",
          "a=rtcp-fb:96 goog-remb",
          "a=rtcp-fb:96 transport-cc",
          "a=rtcp-fb:96 ccm fir",
          "a=rtcp-fb:96 nack pli",
          "a=fmtp:97 apt=96",
          "a=extmap:3 urn:ietf:params:rtp-hdrext:sdes:mid",
          "a=ssrc:3735928559 cname:4TOk42mSjMCkVIa6");

  private final char mark;

  Letter(char mark) {
    this.mark = mark;
  }

  /// By which its stamp tells it from the others.
  char mark() {
    return mark;
  }

  static Letter ofMark(char mark) {
    return switch (mark) {
      case 'o' -> OFFER;
      case 'a' -> ANSWER;
      case 'c' -> CANDIDATE;
      default -> throw new IllegalArgumentException("no letter has the mark " + mark);
    };
  }

  /// One JSON object, with a stamp near its beginning.
  public String json() {
    String stamp = Stamp.of(this);
    return switch (this) {
      case OFFER -> description("offer", stamp);
      case ANSWER -> description("answer", stamp);
      case CANDIDATE ->
          "{\"type\":\"candidate\",\"negotiation\":1,\"candidate\":\"candidate:"
              + stamp
              + " 1 udp 1677729535 203.0.113.7 46154 typ srflx raddr 10.0.0.17 rport 46154 ufrag Xk4S\""
              + ",\"sdpMid\":\"0\",\"sdpMLineIndex\":0}";
    };
  }

  private static String description(String type, String stamp) {
    StringBuilder json =
        new StringBuilder("{\"type\":\"" + type + "\",\"negotiation\":1,\"sdp\":\"v=0\\r\\n");
    json.append("o=- ").append(stamp).append(" 2 IN IP4 127.0.0.1\\r\\n");
    String end = "\"}";
    for (int i = 0; true; i++) {
      String line = LINES.get(i % LINES.size()) + "\\r\\n";
      if (json.length() + line.length() + end.length() > DESCRIPTION_BYTES) {
        return json.append(end).toString();
      }
      json.append(line);
    }
  }
}
