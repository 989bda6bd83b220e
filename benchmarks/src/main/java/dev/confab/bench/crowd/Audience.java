package dev.confab.bench.crowd;

import java.util.List;

/// Whoever measures.
public interface Audience {
  /// The member is in its room, where the server says these others are.
  default void joined(Member member, List<String> present) {}

  /// A letter came; `arrival` is only lent.
  void arrived(Member to, Arrival arrival);
}
