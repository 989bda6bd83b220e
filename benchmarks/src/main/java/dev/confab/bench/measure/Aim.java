package dev.confab.bench.measure;

/// A bound of a ratio.
public record Aim(boolean least, double ratio) {
  public boolean isMetBy(double measured) {
    return least ? measured >= ratio : measured <= ratio;
  }
}
