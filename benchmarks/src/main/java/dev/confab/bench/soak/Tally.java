package dev.confab.bench.soak;

import java.util.Map;
import java.util.TreeMap;

/// What was done, and what went wrong, since the last time it was asked.
final class Tally {
  private final Map<String, Integer> done = new TreeMap<>();
  private final Map<String, Integer> wrong = new TreeMap<>();
  private int wrongInAll;

  void did(String what) {
    done.merge(what, 1, Integer::sum);
  }

  /// What should never happen.
  void wrong(String what) {
    wrong.merge(what, 1, Integer::sum);
    wrongInAll++;
  }

  int wrongInAll() {
    return wrongInAll;
  }

  /// And forgets it.
  String take() {
    String text = done + (wrong.isEmpty() ? "" : " WRONG " + wrong);
    done.clear();
    wrong.clear();
    return text;
  }
}
