package dev.confab.server.gate;

/// What one of several may take of a bucket that they share. As long as something is in there,
/// whatever it wants. When it is empty, an even part of it: so who takes much is refused, and then
/// cut off, and who takes little does not notice. Belongs to one thread.
final class Part {
  private final Bucket shared;
  private double level;
  private long filledAt;

  /// `level` is what a newcomer may take even when it is empty: not more, or whoever comes and goes
  /// would have it again and again.
  Part(Bucket shared, double level, long now) {
    this.shared = shared;
    this.level = level;
    this.filledAt = now;
  }

  /// `sharers`: how many they are. `debt`: who was refused so much, faster than its part comes
  /// back, is cut off.
  Verdict take(double amount, int sharers, double debt, long now) {
    if (mayTake(amount, sharers, now)) {
      return Verdict.ADMIT;
    }
    level -= amount;
    return level > -debt ? Verdict.REFUSE : Verdict.CUT;
  }

  /// The same for what is not worth a punishment.
  boolean mayTake(double amount, int sharers, long now) {
    fill(sharers, now);
    if (shared.level(now) < amount && level < amount) {
      return false;
    }
    shared.take(amount, now);
    level = Math.min(level, Math.max(0, level - amount));
    return true;
  }

  private void fill(int sharers, long now) {
    Rate rate = shared.rate();
    double more = (now - filledAt) * rate.perSecond() / 1e9 / sharers;
    level = Math.min(rate.most() / sharers, level + more);
    filledAt = now;
  }
}
