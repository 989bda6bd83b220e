package dev.confab.installer;

/// Where the app asks whether there is a newer version, which key must have signed the answer
/// (base64 of an Ed25519 public key), and whether it asks a person who has not chosen.
record UpdateFacts(String url, String key, boolean check) {
  /// As the app reads it.
  String text() {
    return "url=%s%nkey=%s%ncheck=%s%n".formatted(url, key, check ? "on" : "off");
  }
}
