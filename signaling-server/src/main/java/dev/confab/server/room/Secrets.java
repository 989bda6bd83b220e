package dev.confab.server.room;

import dev.confab.protocol.ResumeToken;

/// Where ids and tokens come from.
public interface Secrets {
  /// Cannot be guessed.
  ResumeToken token();

  /// Never given twice while the server runs, short enough for a log.
  String id();
}
