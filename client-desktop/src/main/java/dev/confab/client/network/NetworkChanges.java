package dev.confab.client.network;

import java.time.Duration;
import java.util.Set;

/// Decides, from one look at the addresses after another, whether paths must be made anew: when an
/// address is gone, when one comes soon after that, and when the computer has slept. One that comes
/// beside those that stay (a virtual machine, a second network) is of no interest. Of one thread.
final class NetworkChanges {
  /// An address that comes within this time of a loss is taken to replace what was lost.
  static final Duration RECOVERY = Duration.ofMinutes(5);

  /// Between two looks the clock of the wall goes on like the other one, unless the computer slept
  /// in between: the other one stands still then.
  static final Duration SLEPT = Duration.ofSeconds(5);

  private final Duration between;
  private Set<String> known;
  private long lastMillis;
  private long lostMillis;

  /// What is there at the beginning. `between` is the time from one look to the next, `nowMillis`
  /// that of the wall's clock.
  NetworkChanges(Duration between, Set<String> addresses, long nowMillis) {
    this.between = between;
    this.known = Set.copyOf(addresses);
    this.lastMillis = nowMillis;
    this.lostMillis = nowMillis - RECOVERY.toMillis();
  }

  boolean look(Set<String> addresses, long nowMillis) {
    boolean slept = nowMillis - lastMillis > between.plus(SLEPT).toMillis();
    boolean lost = !addresses.containsAll(known);
    boolean gained = !known.containsAll(addresses);
    boolean recovering = known.isEmpty() || nowMillis - lostMillis < RECOVERY.toMillis();
    known = Set.copyOf(addresses);
    lastMillis = nowMillis;
    if (lost || slept) {
      lostMillis = nowMillis;
    }
    return lost || slept || (gained && recovering);
  }
}
