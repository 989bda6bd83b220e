package dev.confab.bench.crowd;

import java.util.List;
import java.util.Optional;

/// Sends everyone's heartbeats, spread evenly.
final class Heart {
  private final Optional<Dialect.Heartbeat> heartbeat;
  private final List<Member> members;
  private long beganAt;
  private long beats;

  Heart(Optional<Dialect.Heartbeat> heartbeat, List<Member> members) {
    this.heartbeat = heartbeat;
    this.members = members;
  }

  void beat(long now) {
    if (heartbeat.isEmpty()) {
      return;
    }
    if (beganAt == 0 || members.isEmpty()) {
      beganAt = now;
      beats = 0;
      return;
    }
    double due =
        (double) (now - beganAt) / heartbeat.get().every().toNanos() * members.size() - beats;
    for (int i = 0; i < Math.min(due, members.size()); i++) {
      Member member = members.get((int) (beats++ % members.size()));
      if (!member.id().isEmpty()) {
        member.say(heartbeat.get().text());
      }
    }
  }
}
