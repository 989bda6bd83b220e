package dev.confab.protocol;

/// One line of chat on the data channel. `id` grows by 1 with each message of its author to this
/// peer, so that one that is sent again after a reconnection is shown once. `sentAt` is the
/// author's clock, in ms since 1970.
public record ChatMessage(long id, long sentAt, String text) implements ChannelMessage {
  /// The largest `text`, in bytes of UTF-8.
  public static final int MAX_BYTES = 65_536;
}
