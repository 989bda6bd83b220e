package dev.confab.server.settings;

import dev.confab.server.ServerConfig;
import java.util.List;

/// What comes of all that was said: a configuration, or what stands in its way.
public sealed interface Configured {
  record Ready(ServerConfig config) implements Configured {}

  /// A sentence each, for the one who configures.
  record Refused(List<String> problems) implements Configured {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
