package dev.confab.bench.crowd;

import dev.confab.bench.wire.Upgrade;
import java.time.Duration;
import java.util.Optional;

/// How one talks to a server: what to say for getting into a room, and how a letter is wrapped.
public interface Dialect {
  Upgrade upgrade(Member member);

  /// The connection is open.
  void opened(Member member);

  /// Something other than a letter came. It tells the member when it is in its room, or that
  /// something went wrong.
  void heard(Member member, String text);

  /// The message that brings `letter` (JSON) to the member `to`. Where messages are numbered, the
  /// number is [Template#FIRST_NUMBER].
  String wrapped(Letter kind, String letter, String to);

  /// A part of a received message by which the server says who sent it.
  String from(String sender);

  /// What a client says again and again so that it is not taken for dead.
  default Optional<Heartbeat> heartbeat() {
    return Optional.empty();
  }

  /// Of [#heartbeat].
  record Heartbeat(String text, Duration every) {}
}
