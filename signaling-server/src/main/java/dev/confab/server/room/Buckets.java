package dev.confab.server.room;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// For each key a bucket of so many tokens, which fills up again by one each `interval`. Of those
/// that are not full, the [#MAX_KEYS] that were last used are remembered. `now` is in ms, on a
/// clock that never goes back.
public final class Buckets<K> {
  static final int MAX_KEYS = 10_000;

  private final long capacityMs;
  private final long intervalMs;

  /// How far below full each was, in ms, and when.
  private final Map<K, Level> levels = new LinkedHashMap<>(16, 0.75f, true);

  private record Level(long missingMs, long at) {}

  public Buckets(int capacity, Duration interval) {
    this.intervalMs = interval.toMillis();
    this.capacityMs = capacity * intervalMs;
  }

  private long missing(K key, long now) {
    Level level = levels.get(key);
    return level == null ? 0 : Math.max(0, level.missingMs() - (now - level.at()));
  }

  public boolean isFull(K key, long now) {
    return missing(key, now) == 0;
  }

  public boolean hasToken(K key, long now) {
    return missing(key, now) + intervalMs <= capacityMs;
  }

  /// Where there is none, the bucket stays empty.
  public void take(K key, long now) {
    put(key, Math.min(capacityMs, missing(key, now) + intervalMs), now);
  }

  public void giveBack(K key, long now) {
    put(key, Math.max(0, missing(key, now) - intervalMs), now);
  }

  private void put(K key, long missingMs, long now) {
    if (missingMs == 0) {
      levels.remove(key);
      return;
    }
    levels.put(key, new Level(missingMs, now));
    if (levels.size() > MAX_KEYS) {
      levels.remove(levels.keySet().iterator().next());
    }
  }

  int size() {
    return levels.size();
  }
}
