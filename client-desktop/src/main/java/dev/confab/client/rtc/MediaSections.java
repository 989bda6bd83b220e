package dev.confab.client.rtc;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Which media a description offers (RFC 8866, section 5.14). Ours always has one sound, one
/// picture and one data section, none of them rejected. One from the other side that differs is
/// refused before the native library sees it: a section that is taken back frees tracks that we
/// still hold, and a second picture would write into the first one's frames.
final class MediaSections {
  private static final Pattern SECTION = Pattern.compile("^m=(\\S+) (\\d+)", Pattern.MULTILINE);
  private static final List<String> OURS = List.of("application", "audio", "video");

  private MediaSections() {}

  static boolean areOurs(String sdp) {
    List<MatchResult> sections = SECTION.matcher(sdp).results().toList();
    return sections.stream().map(section -> section.group(1)).sorted().toList().equals(OURS)
        && sections.stream().noneMatch(section -> section.group(2).equals("0"));
  }
}
