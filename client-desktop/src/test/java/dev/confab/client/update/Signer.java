package dev.confab.client.update;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

/// Signs what it is given, good or bad, with a key of its own.
final class Signer {
  static final String HEADER = "{\"alg\":\"EdDSA\",\"typ\":\"confab-update\"}";

  private final KeyPair keys;

  Signer() throws GeneralSecurityException {
    keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  PublicKey key() {
    return keys.getPublic();
  }

  UpdateSource source(String url, boolean checkByDefault) {
    return new UpdateSource(URI.create(url), key(), checkByDefault);
  }

  static String payload(String version) {
    return payload(version, "");
  }

  /// `more` are further fields, each after a comma.
  static String payload(String version, String more) {
    return """
    {"version":"%s","date":"2026-11-20","notes":["Calls start sooner.","A list of people."],\
    "download":"https://example.org/confab"%s}"""
        .formatted(version, more);
  }

  String notice(String version) {
    return jws(HEADER, payload(version));
  }

  String jws(String header, String payload) {
    String input = base64Url(header) + "." + base64Url(payload);
    return flattened(base64Url(header), base64Url(payload), base64Url(signature(input)));
  }

  static String flattened(String header, String payload, String signature) {
    return "{\"payload\":\"%s\",\"protected\":\"%s\",\"signature\":\"%s\"}"
        .formatted(payload, header, signature);
  }

  byte[] signature(String input) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(keys.getPrivate());
      signature.update(input.getBytes(StandardCharsets.UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String base64Url(String text) {
    return base64Url(text.getBytes(StandardCharsets.UTF_8));
  }

  static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
