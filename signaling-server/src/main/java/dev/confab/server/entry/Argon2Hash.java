package dev.confab.server.entry;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import dev.confab.protocol.RoomPassword;
import dev.confab.server.room.PasswordHash;
import java.security.MessageDigest;
import java.security.SecureRandom;

/// Argon2id (RFC 9106) with what OWASP's password storage cheat sheet asks for at least: 19 MiB,
/// two passes, one lane. A hash takes tens of milliseconds and this much memory for as long; the
/// library keeps as much again from the first one on.
final class Argon2Hash implements PasswordHash {
  static final int MEMORY_KIB = 19_456;
  static final int PASSES = 2;
  static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] salt;
  private final byte[] value;

  private Argon2Hash(byte[] salt, byte[] value) {
    this.salt = salt;
    this.value = value;
  }

  static Argon2Hash of(RoomPassword password) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return new Argon2Hash(salt, compute(password, salt));
  }

  @Override
  public boolean isOf(RoomPassword password) {
    return MessageDigest.isEqual(value, compute(password, salt));
  }

  static byte[] compute(RoomPassword password, byte[] salt) {
    return Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID)
        .hash(password.bytes(), salt)
        .getBytes();
  }
}
