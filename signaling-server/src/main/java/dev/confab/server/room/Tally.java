package dev.confab.server.room;

/// How many bytes, about, are kept for clients. Belongs to one thread.
public final class Tally {
  private long bytes;

  /// Negative: no longer kept.
  public void add(long more) {
    bytes += more;
  }

  public long bytes() {
    return bytes;
  }
}
