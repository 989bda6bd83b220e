package dev.confab.server.settings;

import java.util.stream.Stream;

/// A value as somebody wrote it, and where, in words that a sentence can begin with: `--port`,
/// `CONFAB_SERVER_PORT`, or `/etc/confab/server.conf, line 3: port`. Sentences do not repeat the
/// text itself: a secret may stand there by mistake, and they get into logs.
record Given(String where, String text) {
  /// Of a list: what stands between its commas.
  Stream<String> parts() {
    return Stream.of(text.split(",", -1)).map(String::strip);
  }

  @Override
  public String toString() {
    return where;
  }
}
