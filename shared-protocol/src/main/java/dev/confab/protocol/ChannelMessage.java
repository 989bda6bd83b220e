package dev.confab.protocol;

/// What two members say to each other over their data channel, which no server sees.
public sealed interface ChannelMessage
    permits ChatMessage, ChannelMessage.Greeting, ChannelMessage.Received, ChannelMessage.View {

  /// The first on every channel: who has the `instance` of an earlier channel goes on numbering
  /// chat where they stopped.
  record Greeting(InstanceId instance) implements ChannelMessage {}

  /// Every chat message up to this id has arrived.
  record Received(long id) implements ChannelMessage {}

  /// How many pixels the other's picture is drawn with from now on; 0 and 0: it is not drawn.
  record View(int width, int height) implements ChannelMessage {
    public static final int MAX = 16_384;
  }
}
