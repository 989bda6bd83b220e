package dev.confab.server.dashboard;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is kept of a password: Argon2id (RFC 9106) in its usual text form, as in
/// `$argon2id$v=19$m=19456,t=2,p=1$SALT$HASH`. Never written out but by [#make].
public final class PasswordHash {
  /// OWASP's least for Argon2id: 19 MiB, two passes; about 50 ms.
  private static final int MEMORY_KIB = 19_456;

  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  /// More would let a settings file make each guess cost a machine's memory.
  private static final int MAX_MEMORY_KIB = 131_072;

  private static final int MAX_PASSES = 10;

  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=([1-9]\\d{0,6}),t=([1-9]\\d?),p=([1-4])"
              + "\\$([A-Za-z0-9+/]{11,64})\\$([A-Za-z0-9+/]{22,128})");

  private final Argon2Function function;
  private final byte[] salt;
  private final byte[] hash;

  private PasswordHash(Argon2Function function, byte[] salt, byte[] hash) {
    this.function = function;
    this.salt = salt;
    this.hash = hash;
  }

  /// Throws [IllegalArgumentException], without the text, when it is none.
  public static PasswordHash parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("has no Argon2id hash");
    }
    int memory = Integer.parseInt(parts.group(1));
    int passes = Integer.parseInt(parts.group(2));
    if (memory > MAX_MEMORY_KIB || memory < 8 || passes > MAX_PASSES) {
      throw new IllegalArgumentException(
          "asks for more than m=%d, t=%d".formatted(MAX_MEMORY_KIB, MAX_PASSES));
    }
    byte[] salt = Base64.getDecoder().decode(parts.group(4));
    byte[] hash = Base64.getDecoder().decode(parts.group(5));
    int lanes = Integer.parseInt(parts.group(3));
    return new PasswordHash(function(memory, passes, lanes, hash.length), salt, hash);
  }

  /// For the file.
  public static String make(String password) {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    byte[] hash =
        function(MEMORY_KIB, PASSES, LANES, HASH_BYTES)
            .hash(password.getBytes(StandardCharsets.UTF_8), salt)
            .getBytes();
    Base64.Encoder text = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(MEMORY_KIB, PASSES, LANES, text.encodeToString(salt), text.encodeToString(hash));
  }

  private static Argon2Function function(int memory, int passes, int lanes, int length) {
    return Argon2Function.getInstance(memory, passes, lanes, length, Argon2.ID);
  }

  /// Takes as long for any password.
  boolean matches(String password) {
    byte[] other = function.hash(password.getBytes(StandardCharsets.UTF_8), salt).getBytes();
    return MessageDigest.isEqual(hash, other);
  }
}
