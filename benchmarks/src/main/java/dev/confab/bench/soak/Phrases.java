package dev.confab.bench.soak;

/// What a walker says (docs/protocol.md).
final class Phrases {
  private static final String MEDIA = "{\"microphone\":%b,\"camera\":true,\"hand\":false}";

  private Phrases() {}

  /// Without a token it is for a new session.
  static String hello(int number, String token, long seq) {
    String resume = ",\"resume\":{\"token\":\"%s\",\"seq\":%d}".formatted(token, seq);
    return "{\"type\":\"hello\",\"id\":1,\"versions\":[1],\"client\":\"confab-soak\""
        + ",\"name\":\"Walker %d\"%s}".formatted(number, token.isEmpty() ? "" : resume);
  }

  static String join(long id, String room) {
    return "{\"type\":\"join\",\"id\":%d,\"room\":\"%s\",\"media\":%s}"
        .formatted(id, room, MEDIA.formatted(true));
  }

  static String leave(long id) {
    return "{\"type\":\"leave\",\"id\":%d}".formatted(id);
  }

  static String update(long id, boolean microphone) {
    return "{\"type\":\"update\",\"id\":%d,\"media\":%s}"
        .formatted(id, MEDIA.formatted(microphone));
  }

  static String signal(long id, String to, String payload) {
    return "{\"type\":\"signal\",\"id\":%d,\"to\":\"%s\",\"payload\":\"%s\"}"
        .formatted(id, to, payload);
  }
}
