package dev.confab.installer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What signs the app and its packages, with the keys that the environment names: none of them is a
/// secret itself, and nothing else of the environment gets onto a command line. Without a key
/// nothing is signed.
record Signing(Os os, Map<String, String> environment) {
  static final String IDENTITY = "CONFAB_MAC_SIGNING_IDENTITY";
  static final String KEYCHAIN = "CONFAB_MAC_KEYCHAIN";
  static final String NOTARY = "CONFAB_NOTARY_PROFILE";
  static final String CERTIFICATE = "CONFAB_WINDOWS_CERTIFICATE_SHA1";
  static final String TIMESTAMPS = "CONFAB_WINDOWS_TIMESTAMP_URL";

  boolean isPossible() {
    return isSet(os == Os.MACOS ? IDENTITY : CERTIFICATE);
  }

  /// What is left out for want of a key, for whoever is building.
  List<String> leftOut() {
    if (!isPossible()) {
      return List.of(
          "Nothing is signed: %s is not set.".formatted(os == Os.MACOS ? IDENTITY : CERTIFICATE));
    }
    if (os == Os.MACOS && !isSet(NOTARY)) {
      return List.of("Nothing is notarised: %s is not set.".formatted(NOTARY));
    }
    if (os == Os.WINDOWS && !isSet(TIMESTAMPS)) {
      return List.of("Signatures end with their certificate: %s is not set.".formatted(TIMESTAMPS));
    }
    return List.of();
  }

  /// For jpackage on macOS, which finds the certificate for an app or for a `.pkg` by the name.
  List<String> jpackage() {
    if (os != Os.MACOS || !isPossible()) {
      return List.of();
    }
    List<String> options = new ArrayList<>(List.of("--mac-sign"));
    options.addAll(List.of("--mac-signing-key-user-name", value(IDENTITY)));
    options.addAll(keychain("--mac-signing-keychain"));
    return options;
  }

  /// Signs a program or a package of Windows.
  List<String> signtool(Path file) {
    List<String> command =
        new ArrayList<>(List.of("signtool", "sign", "/sha1", value(CERTIFICATE), "/fd", "SHA256"));
    if (isSet(TIMESTAMPS)) {
      command.addAll(List.of("/tr", value(TIMESTAMPS), "/td", "SHA256"));
    }
    command.addAll(List.of("/d", "Confab", file.toString()));
    return command;
  }

  /// What is run, in this order, when jpackage has made this package.
  List<List<String>> afterPackaging(Path file) {
    if (!isPossible()) {
      return List.of();
    }
    if (os == Os.WINDOWS) {
      return List.of(signtool(file));
    }
    List<List<String>> commands = new ArrayList<>();
    if (Built.name(file).endsWith(".dmg")) { // a .pkg jpackage signs itself
      commands.add(codesign(file));
    }
    if (isSet(NOTARY)) {
      commands.add(notarise(file));
      commands.add(List.of("xcrun", "stapler", "staple", file.toString()));
    }
    return commands;
  }

  private List<String> codesign(Path file) {
    List<String> command = new ArrayList<>(List.of("codesign", "--timestamp"));
    command.addAll(List.of("--sign", "Developer ID Application: " + value(IDENTITY)));
    command.addAll(keychain("--keychain"));
    command.add(file.toString());
    return command;
  }

  /// Waits for Apple's answer. One that says no is not always an error here: stapling then is.
  private List<String> notarise(Path file) {
    List<String> command =
        new ArrayList<>(List.of("xcrun", "notarytool", "submit", file.toString()));
    command.addAll(List.of("--keychain-profile", value(NOTARY)));
    command.addAll(keychain("--keychain"));
    command.add("--wait");
    return command;
  }

  private List<String> keychain(String option) {
    return isSet(KEYCHAIN) ? List.of(option, value(KEYCHAIN)) : List.of();
  }

  private boolean isSet(String name) {
    return !value(name).isBlank();
  }

  private String value(String name) {
    return environment.getOrDefault(name, "");
  }
}
