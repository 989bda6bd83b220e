package dev.confab.client.update;

import static dev.confab.client.update.Signer.HEADER;
import static dev.confab.client.update.Signer.base64Url;
import static dev.confab.client.update.Signer.flattened;
import static dev.confab.client.update.Signer.payload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is believed, and what is not. Nothing that is refused here is ever shown.
class UpdateNoticeTest {
  private static final String GOOD = payload("0.3.0");
  private final Signer signer = new Signer();

  UpdateNoticeTest() throws GeneralSecurityException {}

  private void refuses(String text, String why) {
    assertThatThrownBy(() -> UpdateNotice.read(text, signer.key()))
        .isInstanceOf(BadUpdateException.class)
        .hasMessageContaining(why);
  }

  private String signature(String header, String payload) {
    return base64Url(signer.signature(base64Url(header) + "." + base64Url(payload)));
  }

  @Test
  void aSignedNoticeIsRead() throws BadUpdateException {
    String more = ",\"expires\":\"2027-01-31T12:00:00Z\",\"unknown\":[1]";

    UpdateNotice notice =
        UpdateNotice.read(signer.jws(HEADER, payload("0.3.0", more)), signer.key());

    assertThat(notice)
        .isEqualTo(
            new UpdateNotice(
                SemanticVersion.parse("0.3.0"),
                LocalDate.of(2026, 11, 20),
                List.of("Calls start sooner.", "A list of people."),
                URI.create("https://example.org/confab"),
                Instant.parse("2027-01-31T12:00:00Z")));
  }

  /// The example of RFC 8037, appendix A.4, is signed, though it is about something else.
  @Test
  void theSignatureIsThatOfTheSpecification() throws BadUpdateException {
    byte[] algorithm = HexFormat.of().parseHex("302a300506032b6570032100"); // RFC 8410
    byte[] point = Base64.getUrlDecoder().decode("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
    byte[] info = ByteBuffer.allocate(44).put(algorithm).put(point).array();
    PublicKey key = UpdateSource.publicKey(Base64.getEncoder().encodeToString(info));
    String signature =
        "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";

    assertThat(
            SignedText.isSigned(
                "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc",
                Base64.getUrlDecoder().decode(signature),
                key))
        .isTrue();
  }

  @Test
  void aPayloadThatWasChangedIsRefused() {
    String signature = signature(HEADER, GOOD);

    refuses(flattened(base64Url(HEADER), base64Url(payload("9.9.9")), signature), "not of the key");
  }

  @Test
  void aSignatureThatWasChangedIsRefused() {
    byte[] signature = signer.signature(base64Url(HEADER) + "." + base64Url(GOOD));
    for (int i = 0; i < signature.length; i++) {
      byte[] changed = signature.clone();
      changed[i] ^= 1;
      String text = flattened(base64Url(HEADER), base64Url(GOOD), base64Url(changed));
      assertThatThrownBy(() -> UpdateNotice.read(text, signer.key()))
          .isInstanceOf(BadUpdateException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 65, 4096})
  void aSignatureOfAnotherLengthIsRefused(int length) {
    refuses(
        flattened(base64Url(HEADER), base64Url(GOOD), base64Url(new byte[length])), "signature");
  }

  @Test
  void whatAnotherKeySignedIsRefused() throws GeneralSecurityException {
    refuses(new Signer().notice("0.3.0"), "not of the key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"none", "None", "HS256", "RS256", "ES256", "Ed448", "eddsa", "", "EdDSA "})
  void anotherAlgorithmIsRefusedWhoeverSigned(String algorithm) {
    refuses(signer.jws(HEADER.replace("EdDSA", algorithm), GOOD), "not of the kind EdDSA");
  }

  @Test
  void nothingSignedAtAllIsRefused() {
    refuses(
        flattened(base64Url("{\"alg\":\"none\",\"typ\":\"confab-update\"}"), base64Url(GOOD), ""),
        "not of the kind EdDSA");
  }

  /// The public key is known to all: as the secret of an HMAC it would prove nothing.
  @Test
  void thePublicKeyIsNoSecretOfAnHmac() throws GeneralSecurityException {
    String header = "{\"alg\":\"HS256\",\"typ\":\"confab-update\"}";
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(signer.key().getEncoded(), "HmacSHA256"));
    byte[] tag =
        mac.doFinal(
            (base64Url(header) + "." + base64Url(GOOD)).getBytes(StandardCharsets.US_ASCII));

    refuses(flattened(base64Url(header), base64Url(GOOD), base64Url(tag)), "not of the kind EdDSA");
  }

  @Test
  void theAlgorithmIsNotTakenFromWhatIsNotSigned() {
    String header = "{\"typ\":\"confab-update\"}";
    refuses(
        flattened(base64Url(header), base64Url(GOOD), signature(header, GOOD))
            .replace("{", "{\"header\":{\"alg\":\"EdDSA\"},"),
        "not signed");
  }

  @Test
  void somethingElseThatTheKeySignedIsRefused() {
    refuses(signer.jws("{\"alg\":\"EdDSA\"}", GOOD), "something else");
    refuses(signer.jws("{\"alg\":\"EdDSA\",\"typ\":\"JWT\"}", GOOD), "something else");
  }

  @Test
  void anExtensionThatHasToBeUnderstoodIsRefused() {
    refuses(
        signer.jws(HEADER.replace("}", ",\"crit\":[\"b64\"],\"b64\":false}"), GOOD), "extension");
  }

  @Test
  void aHeaderThatSaysItTwiceIsRefused() {
    refuses(signer.jws(HEADER.replace("{", "{\"alg\":\"none\","), GOOD), "not a JSON object");
  }

  @Test
  void base64UrlHasOneForm() {
    String notice = signer.notice("0.3.0");
    String signature = signature(HEADER, GOOD);
    refuses(notice.replace(signature, signature + "=="), "base64url");
    refuses(notice.replace(signature, "+" + signature.substring(1)), "base64url");
    refuses(notice.replace(signature, signature + "\\n"), "base64url");
    // 86 letters carry four bits more than 64 bytes need
    refuses(notice.replace(signature, signature.substring(0, 85) + "_"), "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "null", "[]", "{}", "{", "\u0000", "<html>404</html>", "\uFEFF{}"})
  void whatIsNoSignedTextIsRefused(String text) {
    refuses(text, "");
  }

  @Test
  void nothingMayFollow() {
    refuses(signer.notice("0.3.0") + "x", "not a JSON object");
    refuses(signer.notice("0.3.0") + signer.notice("0.4.0"), "not a JSON object");
  }

  @Test
  void whatIsSignedHasStillToMakeSense() {
    for (String payload :
        List.of(
            "[]",
            "{}",
            payload("0.3"),
            GOOD.replace("2026-11-20", "yesterday"),
            GOOD.replace("\"A list of people.\"", "7"),
            GOOD.replace("A list of people.", " "),
            GOOD.replace("A list of people.", "x".repeat(UpdateNotice.MAX_NOTE + 1)),
            GOOD.replace(
                "\"A list of people.\"", "\"x\",".repeat(UpdateNotice.MAX_NOTES) + "\"x\""),
            GOOD.replace("https:", "http:"),
            GOOD.replace("https:", "file:"),
            GOOD.replace("https://example.org", "https://a@example.org"),
            GOOD.replace("https://example.org/confab", "javascript:alert(1)"),
            payload("0.3.0", ",\"expires\":\"never\""),
            payload("0.3.0", ",\"version\":\"0.4.0\""),
            GOOD + "x")) {
      refuses(signer.jws(HEADER, payload), "");
    }
  }
}
