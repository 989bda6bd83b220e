package dev.confab.bench.measure;

import java.time.Duration;

/// How much is measured, and for how long.
///
/// @param pairs who send to each other as fast as they can. So many, that the server's limit of
///   messages a second of each member, times these, is more than any server here can do
/// @param window how many of its messages a member lets be on their way
/// @param rate messages a second where that is fixed
/// @param fixedPairs who send them
/// @param fixedWarmUp is longer: what is compiled meanwhile holds single messages up
/// @param stormRooms of [Storm#MEMBERS] each
/// @param idle connections that do nothing
/// @param connecting how many are on their way to their room at a time
public record Scale(
    int pairs,
    int window,
    int rate,
    int fixedPairs,
    int stormRooms,
    int idle,
    int connecting,
    Duration warmUp,
    Duration fixedWarmUp,
    Duration measured) {
  public static final Scale FULL =
      new Scale(
          1000,
          4,
          2000,
          100,
          500,
          10_000,
          200,
          Duration.ofSeconds(4),
          Duration.ofSeconds(12),
          Duration.ofSeconds(5));

  /// Shows that everything works, and nothing else.
  public static final Scale QUICK =
      new Scale(
          500,
          2,
          500,
          10,
          10,
          200,
          50,
          Duration.ofMillis(500),
          Duration.ofMillis(500),
          Duration.ofSeconds(1));
}
