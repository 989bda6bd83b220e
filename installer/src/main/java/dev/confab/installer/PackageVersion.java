package dev.confab.installer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A version of ours (Semantic Versioning), as each kind of package writes it.
record PackageVersion(int major, int minor, int patch, String preRelease) {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})(?:-([0-9A-Za-z.]{1,40}))?");

  static PackageVersion of(String text) {
    Matcher version = FORM.matcher(text);
    if (!version.matches()) {
      throw new IllegalArgumentException("Not a version as in 1.2.3 or 1.2.3-SNAPSHOT: " + text);
    }
    return new PackageVersion(
        Integer.parseInt(version.group(1)),
        Integer.parseInt(version.group(2)),
        Integer.parseInt(version.group(3)),
        version.group(4) == null ? "" : version.group(4));
  }

  /// For Debian and RPM, where `~` sorts before the end: 1.2.3~SNAPSHOT comes before 1.2.3.
  String linux() {
    return numbers() + (preRelease.isEmpty() ? "" : "~" + preRelease);
  }

  /// Windows Installer compares three numbers, and knows no pre-releases.
  String numbers() {
    return "%d.%d.%d".formatted(major, minor, patch);
  }

  /// jpackage wants the first number of a macOS bundle not to be 0: one more than ours. What people
  /// are shown (`CFBundleShortVersionString`) is [#toString].
  String macBundle() {
    return "%d.%d.%d".formatted(major + 1, minor, patch);
  }

  @Override
  public String toString() {
    return numbers() + (preRelease.isEmpty() ? "" : "-" + preRelease);
  }
}
