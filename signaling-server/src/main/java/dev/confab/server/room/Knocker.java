package dev.confab.server.room;

import dev.confab.protocol.KnockId;

/// Someone who waits at a door. `re` is the request that is to be answered; `occupant` is what they
/// become when they are let in.
record Knocker(Occupant occupant, long re, long since) {
  /// Knocks are named by the place that is asked for: no other has that either.
  KnockId id() {
    return new KnockId(occupant.member().peer().value());
  }
}
