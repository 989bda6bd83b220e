package dev.confab.server.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.DisplayName;
import dev.confab.protocol.InvitationToken;
import dev.confab.protocol.RoomId;
import dev.confab.server.room.Invitation;
import dev.confab.server.room.Right;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.zip.DeflaterOutputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tokens are put together here by hand, so that they can be wrong in every way.
class InvitationsTest {
  private static final RoomId TEA = new RoomId("tea");
  private static final String HS256 = "{'alg':'HS256'}";
  private static final String GOOD = "{'aud':'confab','room':'tea','exp':%d}";
  private static final long NOW = Keys.NOW.getEpochSecond();

  @TempDir
  @SuppressWarnings("NullAway.Init") // by JUnit
  private Path folder;

  private final KeyPair pair = Keys.ed25519();

  @SuppressWarnings("NullAway.Init") // before each test
  private Invitations bySecret;

  @SuppressWarnings("NullAway.Init") // before each test
  private Invitations byPublicKey;

  @BeforeEach
  void readTheKeys() throws Exception {
    bySecret = invitations(Keys.secret(folder));
    byPublicKey = invitations(Keys.pem(folder.resolve("key.pem"), "PUBLIC KEY", pair.getPublic()));
  }

  private static Invitations invitations(Path key) throws KeyFileException {
    return new Invitations(InvitationKey.read(key), () -> Keys.NOW);
  }

  private static String part(String json) {
    return part(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private static String part(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String hmac(String algorithm, String signed, byte[] key) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return signed + "." + part(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] secret() {
    return Keys.SECRET.getBytes(StandardCharsets.US_ASCII);
  }

  private static String hs256(String claims) {
    return hmac("HmacSHA256", part(HS256) + "." + part(claims), secret());
  }

  private String eddsa(String header, String claims) throws GeneralSecurityException {
    String signed = part(header) + "." + part(claims);
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(pair.getPrivate());
    signature.update(signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + part(signature.sign());
  }

  private static String good() {
    return GOOD.formatted(NOW + 60);
  }

  private static Optional<Invitation> open(Invitations invitations, String token) {
    return invitations.open(TEA, new InvitationToken(token));
  }

  private Optional<Invitation> open(String claims) {
    return open(bySecret, hs256(claims));
  }

  @Test
  void aGoodOneOpens() {
    assertThat(open(good())).contains(new Invitation(TEA, null, Set.of()));
  }

  @Test
  void oneWithAnEd25519SignatureOpensByThePublicKey() throws Exception {
    assertThat(open(byPublicKey, eddsa("{'alg':'EdDSA'}", good()))).isPresent();
  }

  @Test
  void nameAndRightsAreRead() {
    String claims = good().replace("}", ",'name':' Åsa ','rights':['owner','fly','enter',7]}");
    assertThat(open(claims))
        .contains(new Invitation(TEA, new DisplayName("Åsa"), Set.of(Right.OWNER, Right.ENTER)));
  }

  @Test
  void theAudienceMayBeOneOfSeveral() {
    assertThat(open(good().replace("'confab'", "['other','confab']"))).isPresent();
  }

  @Test
  void itEndsAndBeginsToTheSecond() {
    assertThat(open(GOOD.formatted(NOW - 1))).isEmpty();
    assertThat(open(GOOD.formatted(NOW + 1))).isPresent();
    assertThat(open(good().replace("}", ",'nbf':%d}".formatted(NOW)))).isPresent();
    assertThat(open(good().replace("}", ",'nbf':%d}".formatted(NOW + 1)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "'text'",
        "{'room':'tea','exp':99999999999}",
        "{'aud':'conference','room':'tea','exp':99999999999}",
        "{'aud':[],'room':'tea','exp':99999999999}",
        "{'aud':7,'room':'tea','exp':99999999999}",
        "{'aud':'confab','exp':99999999999}",
        "{'aud':'confab','room':'coffee','exp':99999999999}",
        "{'aud':'confab','room':'Tea','exp':99999999999}",
        "{'aud':'confab','room':['tea'],'exp':99999999999}",
        "{'aud':'confab','room':7,'exp':99999999999}",
        "{'aud':'confab','room':'tea'}",
        "{'aud':'confab','room':'tea','exp':null}",
        "{'aud':'confab','room':'tea','exp':'soon'}",
        "{'aud':'confab','room':'tea','exp':true}",
        "{'aud':'confab','room':'tea','exp':-1}",
        "{'aud':'confab','room':'tea','exp':[99999999999]}",
        "{'aud':'confab','room':'tea','exp':99999999999,'name':''}",
        "{'aud':'confab','room':'tea','exp':99999999999,'name':'a\\u202eb'}",
        "{'aud':'confab','room':'tea','exp':99999999999,'name':7}",
        "{'aud':'confab','room':'tea','exp':99999999999,'rights':'owner'}",
        "{'aud':'confab','room':'tea','exp':99999999999,'rights':{'owner':true}}",
        "{'aud':'confab','room':'tea','exp':99999999999",
      })
  void oneThatSaysSomethingElseIsRefusedThoughItIsGenuine(String claims) {
    assertThat(open(claims)).isEmpty();
  }

  @Test
  void oneWithoutASignatureIsRefused() {
    String none = part("{'alg':'none'}") + "." + part(good()) + ".";
    for (String token : new String[] {none, none + "x", part(HS256) + "." + part(good()) + "."}) {
      assertThat(open(bySecret, token)).isEmpty();
      assertThat(open(byPublicKey, token)).isEmpty();
    }
  }

  @Test
  void aPublicKeyIsNoSecret() {
    String signed = part(HS256) + "." + part(good());
    byte[] pem = Keys.pem("PUBLIC KEY", pair.getPublic()).getBytes(StandardCharsets.US_ASCII);
    byte[] der = pair.getPublic().getEncoded();
    for (byte[] known :
        new byte[][] {
          pem,
          new String(pem, StandardCharsets.US_ASCII).strip().getBytes(StandardCharsets.US_ASCII),
          der,
          Arrays.copyOfRange(der, 12, 44)
        }) {
      assertThat(open(byPublicKey, hmac("HmacSHA256", signed, known))).isEmpty();
    }
  }

  @Test
  void anotherAlgorithmIsRefusedThoughTheKeyIsRight() throws Exception {
    String text = Keys.SECRET.repeat(2); // long enough for each of them
    byte[] key = text.getBytes(StandardCharsets.US_ASCII);
    Invitations longer = invitations(Files.writeString(folder.resolve("long"), text));
    String signed = part(HS256) + "." + part(good());
    assertThat(open(longer, hmac("HmacSHA256", signed, key))).isPresent();
    for (String bits : new String[] {"384", "512"}) {
      String other = part("{'alg':'HS" + bits + "'}") + "." + part(good());
      assertThat(open(longer, hmac("HmacSHA" + bits, other, key))).as(bits).isEmpty();
    }
    String mislabelled = part("{'alg':'EdDSA'}") + "." + part(good());
    assertThat(open(bySecret, hmac("HmacSHA256", mislabelled, secret()))).isEmpty();
  }

  @Test
  void aKeyInTheTokenItselfCountsForNothing() throws Exception {
    KeyPair other = Keys.ed25519();
    byte[] raw = other.getPublic().getEncoded();
    String jwk =
        "{'alg':'EdDSA','jwk':{'kty':'OKP','crv':'Ed25519','x':'%s'}}"
            .formatted(part(Arrays.copyOfRange(raw, 12, 44)));
    String signed = part(jwk) + "." + part(good());
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(other.getPrivate());
    signature.update(signed.getBytes(StandardCharsets.US_ASCII));
    assertThat(open(byPublicKey, signed + "." + part(signature.sign()))).isEmpty();
  }

  @Test
  void whatMustBeUnderstoodAndIsNotIsRefused() {
    String header = part("{'alg':'HS256','crit':['room'],'room':'x'}");
    assertThat(open(bySecret, hmac("HmacSHA256", header + "." + part(good()), secret()))).isEmpty();
  }

  @Test
  void whatIsPackedIsNotUnpacked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(good().replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
    String signed = part("{'alg':'HS256','zip':'DEF'}") + "." + part(packed.toByteArray());
    assertThat(open(bySecret, hmac("HmacSHA256", signed, secret()))).isEmpty();
  }

  @Test
  void anyChangedCharacterIsNoticed() {
    String token = hs256(good());
    for (int i = 0; i < token.length() - 1; i++) { // two bits of the last one mean nothing
      char changed = token.charAt(i) == 'A' ? 'B' : 'A';
      String other = token.substring(0, i) + changed + token.substring(i + 1);
      assertThat(open(bySecret, other)).as("changed at %d", i).isEmpty();
    }
  }

  @Test
  void whateverComesItIsRefusedAndNothingIsThrown() {
    Random random = new Random(7);
    String alphabet = "AZaz09-_.=+/{}[]\":, \u0000é\uD83D";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder token = new StringBuilder();
      for (int length = 1 + random.nextInt(60); length > 0; length--) {
        token.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(open(bySecret, token.toString())).isEmpty();
    }
    for (String header :
        new String[] {
          "{}", "[]", "7", "{'alg':7}", "{'alg':null}", "{'alg':'dir','enc':'A128GCM'}"
        }) {
      assertThat(open(bySecret, hmac("HmacSHA256", part(header) + "." + part(good()), secret())))
          .isEmpty();
      assertThat(open(bySecret, part(header) + ".a.b.c.d")).isEmpty();
    }
    String deep = hmac("HmacSHA256", part(HS256) + "." + part("[".repeat(1400)), secret());
    assertThat(open(bySecret, deep)).isEmpty();
  }

  @Test
  void randomClaimsThatAreGenuineThrowNothing() {
    Random random = new Random(11);
    String[] values = {"7", "-1", "1e999", "null", "true", "'tea'", "'confab'", "[]", "{}", "1.5"};
    for (int i = 0; i < 2_000; i++) {
      StringBuilder claims = new StringBuilder("{'iss':'x'");
      for (String name : new String[] {"aud", "room", "exp", "nbf", "iat", "name", "rights"}) {
        claims.append(
            String.format(Locale.ROOT, ",'%s':%s", name, values[random.nextInt(values.length)]));
      }
      assertThat(open(claims.append('}').toString())).isEmpty();
    }
  }
}
