package dev.confab.client.update;

import dev.confab.protocol.json.JsonLine;
import dev.confab.protocol.json.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;

/// A signed text: a JWS in the flattened JSON serialization (RFC 7515, section 7.2.2) with Ed25519
/// (RFC 8037, section 3.1). One algorithm, one type, no extensions: whatever asks for another is
/// refused, so nothing in the text can choose how it is checked.
public final class SignedText {
  public static final String ALGORITHM = "EdDSA";

  /// What the text is about (RFC 8725, section 3.11): the same key's signature under anything else
  /// is worth nothing here.
  public static final String TYPE = "confab-update";

  private SignedText() {}

  /// The text, if it was signed with the key's private half.
  ///
  /// @throws BadUpdateException for anything else, whatever is wrong with it
  static String verified(String jws, PublicKey key) throws BadUpdateException {
    Map<String, Object> fields = object(jws);
    if (fields.containsKey("header") || fields.containsKey("signatures")) {
      throw new BadUpdateException("the signature has parts that are not signed");
    }
    String header = text(fields, "protected");
    String payload = text(fields, "payload");
    check(object(decoded(bytes(header))));
    if (!isSigned(header + "." + payload, bytes(text(fields, "signature")), key)) {
      throw new BadUpdateException("the signature is not of the key that was expected");
    }
    return decoded(bytes(payload));
  }

  private static void check(Map<String, Object> header) throws BadUpdateException {
    if (!ALGORITHM.equals(header.get("alg"))) {
      throw new BadUpdateException("the signature is not of the kind EdDSA");
    }
    if (!TYPE.equals(header.get("typ"))) {
      throw new BadUpdateException("something else was signed");
    }
    if (header.containsKey("crit")) {
      throw new BadUpdateException("the signature needs an extension");
    }
  }

  static boolean isSigned(String input, byte[] signature, PublicKey key) throws BadUpdateException {
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(input.getBytes(StandardCharsets.US_ASCII));
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      throw new BadUpdateException("the signature has no valid form", e);
    }
  }

  /// Names that occur twice are refused (RFC 7515, section 4).
  static Map<String, Object> object(String json) throws BadUpdateException {
    try {
      return JsonLine.read(json);
    } catch (ProtocolException e) {
      throw new BadUpdateException("this is not a JSON object", e);
    }
  }

  static String text(Map<String, Object> fields, String name) throws BadUpdateException {
    if (fields.get(name) instanceof String text) {
      return text;
    }
    throw new BadUpdateException("`" + name + "` is not a string");
  }

  // There is one way to write bytes (RFC 7515, section 2): no padding, no line breaks, no spare
  // bits.
  private static byte[] bytes(String base64Url) throws BadUpdateException {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(base64Url);
      if (Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(base64Url)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      throw new BadUpdateException("this is not base64url", e);
    }
    throw new BadUpdateException("this is not base64url as it is written");
  }

  private static String decoded(byte[] utf8) throws BadUpdateException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new BadUpdateException("this is not UTF-8", e);
    }
  }
}
