package dev.confab.server.room;

/// Bounds what is said once more: a client that comes back makes the server say a megabyte with a
/// few bytes.
@FunctionalInterface
public interface Repeats {
  /// Whether so many bytes, about, may be said again to this connection now. They count if so.
  boolean allow(ConnectionId to, int bytes);
}
