package dev.confab.installer;

import java.util.Locale;

/// The operating systems that there are installers for. An installer is made on its own system: the
/// runtime that goes into it is linked from the JDK that runs here.
enum Os {
  LINUX,
  WINDOWS,
  MACOS;

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
}
