package dev.confab.installer;

import java.util.Locale;

/// The operating systems that there are installers for. An installer is made on its own system: the
/// runtime that goes into it is linked from the JDK that runs here.
enum Os {
  LINUX("lib", ".so", ""),
  WINDOWS("", ".dll", ".exe"),
  MACOS("lib", ".dylib", "");

  private final String libraryStart;
  private final String libraryEnd;
  private final String programEnd;

  Os(String libraryStart, String libraryEnd, String programEnd) {
    this.libraryStart = libraryStart;
    this.libraryEnd = libraryEnd;
    this.programEnd = programEnd;
  }

  static Os here() {
    return of(System.getProperty("os.name", ""));
  }

  static Os of(String osName) {
    String name = osName.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return WINDOWS;
    }
    return name.startsWith("mac") ? MACOS : LINUX;
  }

  /// The file of a library of this name.
  String library(String name) {
    return libraryStart + name + libraryEnd;
  }

  /// The file of a program of this name.
  String program(String name) {
    return name + programEnd;
  }

  /// In names of files that people choose from.
  String plain() {
    return name().toLowerCase(Locale.ROOT);
  }
}
