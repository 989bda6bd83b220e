package dev.confab.client.media;

import java.util.function.LongSupplier;

/// When each frame of a source is due. Every due time is counted from the start, so that nothing
/// drifts; and whoever comes late goes on with the frame that is due now and leaves out the ones
/// before it, so that a stall is not followed by a burst. Used by one thread.
public final class Pace {
  private static final double NANOS_A_SECOND = 1e9;

  private final double perSecond;
  private final LongSupplier nanoClock;
  private final long start;
  private long next;
  private long dropped;

  /// The first frame is due at once.
  ///
  /// @param nanoClock monotonic, such as `System::nanoTime`
  public Pace(double perSecond, LongSupplier nanoClock) {
    if (!(perSecond > 0 && perSecond <= 1000)) {
      throw new IllegalArgumentException("not a pace: " + perSecond);
    }
    this.perSecond = perSecond;
    this.nanoClock = nanoClock;
    this.start = nanoClock.getAsLong();
  }

  /// How long to wait for the next frame; 0 when it is due.
  public long nanosToNext() {
    return Math.max(0, dueAt(next) - elapsed());
  }

  /// Takes the frame that is due, the newest if there are several, and leaves out those before it.
  /// To be called when [#nanosToNext] is 0; earlier, it takes the next one before its time.
  ///
  /// @return the frame's number, from 0
  public long take() {
    long due = (long) Math.floor(elapsed() * perSecond / NANOS_A_SECOND);
    if (dueAt(due + 1) <= elapsed()) {
      due++; // rounding
    }
    long taken = Math.max(next, due);
    dropped += taken - next;
    next = taken + 1;
    return taken;
  }

  /// Frames left out so far.
  public long dropped() {
    return dropped;
  }

  private long elapsed() {
    return nanoClock.getAsLong() - start;
  }

  private long dueAt(long frame) {
    return (long) Math.ceil(frame * NANOS_A_SECOND / perSecond);
  }
}
