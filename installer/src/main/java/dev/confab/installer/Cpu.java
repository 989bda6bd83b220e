package dev.confab.installer;

/// The processors that webrtc-java is built for, and what each kind of package calls them.
enum Cpu {
  X86_64("amd64", "x86_64", "x64"),
  AARCH64("arm64", "aarch64", "arm64");

  /// In the names of Debian.
  final String deb;

  /// In the names of RPM.
  final String rpm;

  /// In names of files that people choose from.
  final String plain;

  Cpu(String deb, String rpm, String plain) {
    this.deb = deb;
    this.rpm = rpm;
    this.plain = plain;
  }

  static Cpu here() {
    return switch (System.getProperty("os.arch", "")) {
      case "amd64", "x86_64" -> X86_64;
      case "aarch64", "arm64" -> AARCH64;
      case String other -> throw new IllegalStateException("There is no webrtc-java for " + other);
    };
  }
}
