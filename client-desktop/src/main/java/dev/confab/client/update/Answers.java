package dev.confab.client.update;

import java.io.IOException;
import java.net.URI;

/// Asks an address once. Waits for the network.
@FunctionalInterface
public interface Answers {
  /// In UTF-16 units, and in bytes on the way. Notes of the greatest size, each letter escaped,
  /// need 11 KiB.
  int MAX_LENGTH = 16 * 1024;

  /// The answer.
  ///
  /// @throws IOException when there is no answer, or none of a size and in a time that make sense
  /// @throws InterruptedException when the asking was given up: nothing of it goes on
  String get(URI address) throws IOException, InterruptedException;
}
