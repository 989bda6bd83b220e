package dev.confab.server.dashboard;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// Who is logged in. A browser is known by a random number, of which only the hash is kept: memory
/// that leaks lets nobody in. [#begin] belongs to one thread, the rest to any.
final class Visits {
  static final int MOST = 32;
  static final Duration LONGEST = Duration.ofHours(8);
  static final Duration IDLE = Duration.ofMinutes(30);

  private static final int KEY_BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Visit> visits = new ConcurrentHashMap<>();
  private final LongSupplier nanos;

  /// `nanos` is a clock like [System#nanoTime].
  Visits(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /// One browser that is logged in. `token` stands in its page, and comes back with all it asks.
  static final class Visit {
    private final Role role;
    private final String token;
    private final long since;
    private volatile long lastSeen;

    private Visit(Role role, String token, long since) {
      this.role = role;
      this.token = token;
      this.since = since;
      this.lastSeen = since;
    }

    Role role() {
      return role;
    }

    String token() {
      return token;
    }

    boolean isToken(String shown) {
      return MessageDigest.isEqual(
          token.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }
  }

  /// The key is what the browser gets. Where there are too many, the one that was silent longest
  /// has to log in again.
  String begin(Role role) {
    visits.values().removeIf(this::isOver);
    while (visits.size() >= MOST) {
      visits.entrySet().stream()
          .min(Comparator.comparingLong(it -> it.getValue().lastSeen - nanos.getAsLong()))
          .ifPresent(oldest -> visits.remove(oldest.getKey()));
    }
    String key = randomText();
    visits.put(hash(key), new Visit(role, randomText(), nanos.getAsLong()));
    return key;
  }

  Optional<Visit> find(String key) {
    Visit visit = visits.get(hash(key));
    if (visit == null || isOver(visit)) {
      return Optional.empty();
    }
    visit.lastSeen = nanos.getAsLong();
    return Optional.of(visit);
  }

  void end(String key) {
    visits.remove(hash(key));
  }

  private boolean isOver(Visit visit) {
    long now = nanos.getAsLong();
    return now - visit.since >= LONGEST.toNanos() || now - visit.lastSeen >= IDLE.toNanos();
  }

  private String randomText() {
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String hash(String key) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
