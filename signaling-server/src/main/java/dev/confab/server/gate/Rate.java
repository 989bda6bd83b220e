package dev.confab.server.gate;

/// So many come back in a second, and at most so many wait.
record Rate(double perSecond, double most) {
  static Rate of(double perSecond, int burstSeconds) {
    return new Rate(perSecond, burstSeconds * perSecond);
  }

  Rate times(double factor) {
    return new Rate(factor * perSecond, factor * most);
  }
}
