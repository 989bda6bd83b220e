package dev.confab.installer.release;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a changelog (Keep a Changelog 1.1.0) says of one version: its day, and the first sentence
/// of each of its first points, without markup.
record ReleaseNotes(LocalDate date, List<String> notes) {
  /// As many as the lobby has room for.
  static final int MOST = 4;

  /// In UTF-16 units: two lines of the lobby.
  static final int LONGEST = 120;

  private static final Pattern HEADING =
      Pattern.compile("^## \\[(\\S+)] - (\\d{4}-\\d{2}-\\d{2})\\s*$", Pattern.MULTILINE);
  private static final Pattern POINT =
      Pattern.compile("^- (.+(?:\\R {2,}\\S.*)*)", Pattern.MULTILINE);
  private static final Pattern SENTENCE = Pattern.compile("^(.+?[.!?])\\s.*$");

  static ReleaseNotes of(String version, String changelog) throws ReleaseException {
    Matcher heading = HEADING.matcher(changelog);
    while (heading.find()) {
      if (heading.group(1).equals(version)) {
        return new ReleaseNotes(date(heading.group(2)), notes(section(changelog, heading.end())));
      }
    }
    throw new ReleaseException("the changelog has no section [" + version + "] with a date");
  }

  private static LocalDate date(String text) throws ReleaseException {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new ReleaseException("the changelog has no such day: " + text, e);
    }
  }

  private static String section(String changelog, int begin) {
    int end = changelog.indexOf("\n## ", begin);
    return changelog.substring(begin, end < 0 ? changelog.length() : end);
  }

  private static List<String> notes(String section) throws ReleaseException {
    List<String> notes = new ArrayList<>();
    Matcher point = POINT.matcher(section);
    while (notes.size() < MOST && point.find()) {
      notes.add(note(point.group(1)));
    }
    if (notes.isEmpty()) {
      throw new ReleaseException("the changelog says nothing of what is new");
    }
    return notes;
  }

  private static String note(String point) {
    String plain =
        point
            .replaceAll("\\s+", " ")
            .replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1") // a link
            .replaceAll("[`*]", "")
            .strip();
    Matcher sentence = SENTENCE.matcher(plain);
    return shortened(sentence.matches() ? sentence.group(1) : plain);
  }

  private static String shortened(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = text.lastIndexOf(' ', LONGEST - 1);
    return text.substring(0, end > 0 ? end : LONGEST - 1).replaceAll("[,;:]$", "") + "…";
  }
}
