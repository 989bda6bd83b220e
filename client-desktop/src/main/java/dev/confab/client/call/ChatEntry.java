package dev.confab.client.call;

import dev.confab.protocol.DisplayName;
import java.time.Instant;

/// A line in the chat log. `key` is unique within a call; an entry with the key of an earlier one
/// replaces it.
public record ChatEntry(
    long key, boolean own, DisplayName author, Instant time, String text, Delivery delivery) {
  /// How far an own message has got; others' are always delivered.
  public enum Delivery {
    /// Not everyone who is there has it.
    WAITING,
    DELIVERED
  }

  ChatEntry delivered() {
    return new ChatEntry(key, own, author, time, text, Delivery.DELIVERED);
  }
}
