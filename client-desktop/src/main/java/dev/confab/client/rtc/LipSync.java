package dev.confab.client.rtc;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether the picture waits for the sound. WebRTC delays a picture until the sound of its media
/// stream (RFC 8830) is played out. Where there is no sound system nobody plays it out, and the
/// picture would come up to a second late for nothing.
final class LipSync {
  private static final Pattern PICTURE =
      Pattern.compile("^m=video (?s:.*?)(?=^m=|\\z)", Pattern.MULTILINE);
  private static final Pattern STREAM = Pattern.compile("^a=msid:\\S+ ", Pattern.MULTILINE);

  private LipSync() {}

  /// The session description with a picture that belongs to no stream. It is left out as the
  /// description is read, and never sent so.
  static String leaveOutOf(String sdp) {
    return PICTURE
        .matcher(sdp)
        .replaceAll(
            picture ->
                Matcher.quoteReplacement(STREAM.matcher(picture.group()).replaceAll("a=msid:- ")));
  }
}
