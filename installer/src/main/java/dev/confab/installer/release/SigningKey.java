package dev.confab.installer.release;

import dev.confab.client.update.SignedText;
import dev.confab.protocol.json.JsonLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The private half of the key for updates. Nothing shows it: not its text, not an exception's.
final class SigningKey {
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
  private final PrivateKey key;

  private SigningKey(PrivateKey key) {
    this.key = key;
  }

  /// As `openssl genpkey -algorithm ed25519` writes it (RFC 7468 and 8410).
  static SigningKey read(Path file) throws IOException, ReleaseException {
    Matcher pem = PEM.matcher(Files.readString(file, StandardCharsets.US_ASCII));
    if (!pem.find()) {
      throw new ReleaseException(file + " is not a private key as PEM (PKCS #8)");
    }
    try {
      byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
      return new SigningKey(
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new ReleaseException(file + " is not a private key of Ed25519");
    }
  }

  /// See [SignedText].
  String sign(Map<String, ?> payload) throws ReleaseException {
    Map<String, String> header = new LinkedHashMap<>();
    header.put("alg", SignedText.ALGORITHM);
    header.put("typ", SignedText.TYPE);
    Map<String, String> jws = new LinkedHashMap<>();
    jws.put("payload", base64Url(bytes(JsonLine.of(payload))));
    jws.put("protected", base64Url(bytes(JsonLine.of(header))));
    jws.put("signature", base64Url(signature(jws.get("protected") + "." + jws.get("payload"))));
    return JsonLine.of(jws);
  }

  private byte[] signature(String input) throws ReleaseException {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(bytes(input));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new ReleaseException("this key cannot sign");
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "a signing key";
  }
}
