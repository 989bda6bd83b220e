package dev.confab.client.rtc;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How fast the own picture is sent before the path has been measured.
///
/// WebRTC starts at 300 kbit/s. Below 500 kbit/s it leaves out the first four frames of anything
/// larger than 640x480, and paces the first whole picture over many more: a third of a second
/// without a picture on every path. What a path does not bear is found out within a second. The
/// only way to say so is a format parameter in the description of the other side (libwebrtc,
/// `media/base/media_constants.h`); it is put in as the description is read, and never sent.
final class StartBitrate {
  private static final String PARAMETER = "x-google-start-bitrate=1000"; // kbit/s

  private static final Pattern CODEC = Pattern.compile("a=rtpmap:(\\d{1,3}) (VP8|VP9|AV1|H264)/.*");
  private static final Pattern FORMAT = Pattern.compile("a=fmtp:(\\d{1,3}) .*");

  private StartBitrate() {}

  /// The session description (RFC 8866) with the parameter at each codec for video.
  static String putInto(String sdp) {
    List<String> lines = sdp.lines().toList();
    Set<String> formatted = new TreeSet<>();
    for (String line : lines) {
      Matcher format = FORMAT.matcher(line);
      if (format.matches()) {
        formatted.add(format.group(1));
      }
    }
    Set<String> codecs = new TreeSet<>();
    List<String> result = new ArrayList<>();
    for (String line : lines) {
      Matcher codec = CODEC.matcher(line);
      Matcher format = FORMAT.matcher(line);
      if (codec.matches()) {
        String type = codec.group(1);
        codecs.add(type);
        result.add(line);
        if (!formatted.contains(type)) {
          result.add("a=fmtp:" + type + " " + PARAMETER);
        }
      } else if (format.matches() && codecs.contains(format.group(1))) {
        result.add(line + ";" + PARAMETER);
      } else {
        result.add(line);
      }
    }
    return String.join("\r\n", result) + "\r\n";
  }
}
