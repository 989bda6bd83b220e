package dev.confab.server.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.RoomPassword;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Argon2HashTest {
  /// The hashes are those of the reference implementation: `argon2 somesalt-16bytes -id -t 2 -k
  /// 19456 -p 1 -l 32 -r`.
  @ParameterizedTest
  @CsvSource({
    "secret, efc7766dc0fbc9682c88be0a7642e290066e38a29f9b8aca20957297aa9bfc8f",
    "pässwörd 😀, 07489623baf5c0d246590fec78080d6fc0b5b21b3366e0d12fa05345fda726a2"
  })
  void itIsArgon2idAsOthersComputeIt(String password, String hash) {
    byte[] salt = "somesalt-16bytes".getBytes(StandardCharsets.US_ASCII);
    assertThat(Argon2Hash.compute(new RoomPassword(password), salt))
        .isEqualTo(HexFormat.of().parseHex(hash));
  }

  @Test
  void itKnowsItsPassword() {
    Argon2Hash hash = Argon2Hash.of(new RoomPassword("secret"));
    assertThat(hash.isOf(new RoomPassword("secret"))).isTrue();
    assertThat(hash.isOf(new RoomPassword("secret "))).isFalse();
  }
}
