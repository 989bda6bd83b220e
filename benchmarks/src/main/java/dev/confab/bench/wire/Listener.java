package dev.confab.bench.wire;

import java.io.IOException;

/// What happens on a connection, on the thread of its loop. An [IOException] ends the connection.
public interface Listener {
  /// The handshake is over.
  void opened(Link link) throws IOException;

  /// A text message; `bytes` is only lent.
  void text(Link link, byte[] bytes, int from, int to) throws IOException;

  /// It is gone, and nothing more comes. Once; not after [Link#cut].
  void closed(Link link, String why);
}
