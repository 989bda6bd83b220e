package dev.confab.server.gate;

/// All who are here from one address, and what they have left. Belongs to one thread.
final class Crowd {
  private final Bucket connections;
  private final Bucket joins;
  private final Bucket messages;
  private final Bucket bytes;
  private int open;

  /// What an address has.
  record Rates(Rate connections, Rate joins, Rate messages, Rate bytes) {}

  Crowd(Rates rates, long now) {
    this.connections = new Bucket(rates.connections(), now);
    this.joins = new Bucket(rates.joins(), now);
    this.messages = new Bucket(rates.messages(), now);
    this.bytes = new Bucket(rates.bytes(), now);
  }

  int open() {
    return open;
  }

  void came() {
    open++;
  }

  void went() {
    open--;
  }

  Bucket connections() {
    return connections;
  }

  Bucket joins() {
    return joins;
  }

  Bucket messages() {
    return messages;
  }

  Bucket bytes() {
    return bytes;
  }

  /// Nobody is here, and whoever comes next would find all as it was at the beginning.
  boolean isForgettable(long now) {
    return open == 0
        && connections.isFull(now)
        && joins.isFull(now)
        && messages.isFull(now)
        && bytes.isFull(now);
  }
}
