package dev.confab.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
  /// Made by the reference implementation: `argon2 somesalt -id -t 2 -m 16 -p 1 -l 32`, password
  /// "password" (its test vectors, version 0x13).
  private static final String REFERENCE =
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ" + "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

  @Test
  void aPasswordMatchesItsOwnHashAlone() {
    PasswordHash hash = PasswordHash.parse(PasswordHash.make("correct horse ✓"));
    assertThat(hash.matches("correct horse ✓")).isTrue();
    assertThat(hash.matches("correct horse")).isFalse();
    assertThat(hash.matches("")).isFalse();
  }

  @Test
  void theSamePasswordHasAnotherHashEachTime() {
    assertThat(PasswordHash.make("correct horse")).isNotEqualTo(PasswordHash.make("correct horse"));
  }

  @Test
  void itIsTheArgon2idThatOthersMake() {
    assertThat(PasswordHash.parse(REFERENCE).matches("password")).isTrue();
    assertThat(PasswordHash.parse(REFERENCE).matches("passwore")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a plain password",
        "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=4194304,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=65536,t=99,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFh",
        "$2b$12$abcdefghijklmnopqrstuuQf5v2lE8xXoO2D1y1n5vN9v1kUrKq2m"
      })
  void whatIsNoSuchHashOrAsksForTooMuchIsRefusedAndNotRepeated(String text) {
    assertThatThrownBy(() -> PasswordHash.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain("plain password", "c29tZXNhbHQ");
  }
}
