package dev.confab.server.gate;

/// What becomes of somebody who wants something, from the mildest on.
public enum Verdict {
  ADMIT,
  /// One too many, and to be told so.
  REFUSE,
  /// Far too many: to be closed.
  CUT;

  Verdict orWorse(Verdict other) {
    return compareTo(other) > 0 ? this : other;
  }
}
