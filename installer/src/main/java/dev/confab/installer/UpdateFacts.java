package dev.confab.installer;

import dev.confab.client.update.BadUpdateException;
import dev.confab.client.update.UpdateSource;
import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;

/// Where the app asks whether there is a newer version, which key must have signed the answer
/// (base64 of an Ed25519 public key), and whether it asks a person who has not chosen.
record UpdateFacts(String url, String key, boolean check) {
  /// Of what whoever builds has said; `check` is `on` or `off`.
  ///
  /// @throws PackagingException when the app would make nothing of it, and never ask
  static UpdateFacts of(String url, String key, String check)
      throws IOException, PackagingException {
    if (!check.equals("on") && !check.equals("off")) {
      throw new PackagingException("Whether the app looks for updates is on or off.");
    }
    UpdateFacts facts = new UpdateFacts(url.strip(), key.strip(), check.equals("on"));
    Properties read = new Properties();
    read.load(new StringReader(facts.text()));
    try {
      UpdateSource.of(read);
    } catch (BadUpdateException e) {
      throw new PackagingException(
          "Address and key of updates belong together, and one of them is wrong: " + e.getMessage(),
          e);
    }
    return facts;
  }

  /// As the app reads it.
  String text() {
    return "url=%s%nkey=%s%ncheck=%s%n".formatted(url, key, check ? "on" : "off");
  }
}
