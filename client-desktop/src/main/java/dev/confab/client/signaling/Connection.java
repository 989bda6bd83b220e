package dev.confab.client.signaling;

import dev.confab.client.call.ServerAddress;

/// One socket to the server, from its first packet to its last. Methods return at once.
interface Connection {
  /// Only after [Events#onOpened]. Lost when the socket is already gone: [Events#onClosed] follows.
  void send(String text);

  void ping();

  /// Says goodbye (1000) after what was sent; [Events#onClosed] follows when the server answers.
  void close();

  /// Ends it at once, in whatever state it is.
  void drop();

  /// Called on any thread. A connection ends with one `onClosed` or `onFailed`, or is dropped.
  interface Events {
    void onOpened();

    void onText(String text);

    /// Something else arrived: a ping, or the answer to one.
    void onHeard();

    /// `code` is the server's (see [dev.confab.protocol.CloseCode]), or 1006 when the socket just
    /// ended.
    void onClosed(int code);

    void onFailed(Problem problem);
  }

  /// Why there is no connection to a Confab server.
  enum Problem {
    NO_SUCH_HOST,
    UNREACHABLE,
    /// Its certificate does not check.
    NOT_TRUSTED,
    /// What answers there does not speak WebSocket, or not ours.
    NOT_A_SERVER
  }

  @FunctionalInterface
  interface Opener {
    /// Begins to connect. Events never come before this has returned on the calling thread's own
    /// mailbox: they are to be posted.
    Connection open(ServerAddress server, Events events);
  }
}
