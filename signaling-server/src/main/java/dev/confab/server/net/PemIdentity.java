package dev.confab.server.net;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// Who the server is under TLS: a certificate chain and its key from PEM files (RFC 7468). The key
/// is PKCS#8 (RFC 5958), unencrypted, for RSA, EC or Ed25519.
public final class PemIdentity {
  private static final Pattern CERTIFICATE_BLOCK =
      Pattern.compile("-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\\s]*-----END CERTIFICATE-----");

  private static final Pattern KEY_BLOCK =
      Pattern.compile("-----BEGIN ([A-Z ]*PRIVATE KEY)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

  /// Of a file; a chain of ten certificates has a fiftieth of it.
  static final int MAX_BYTES = 1 << 20;

  /// For a key store that never leaves the memory.
  private static final char[] NO_PASSWORD = {};

  private final SSLContext context;
  private final X509Certificate certificate;

  private PemIdentity(SSLContext context, X509Certificate certificate) {
    this.context = context;
    this.certificate = certificate;
  }

  /// For the server's side of a connection.
  SSLContext context() {
    return context;
  }

  public Instant notBefore() {
    return certificate.getNotBefore().toInstant();
  }

  public Instant notAfter() {
    return certificate.getNotAfter().toInstant();
  }

  public static PemIdentity load(Path certificates, Path key) throws PemException {
    X509Certificate[] chain = chain(certificates);
    PrivateKey privateKey = key(key, chain[0].getPublicKey().getAlgorithm());
    try {
      if (!belongTogether(privateKey, chain[0].getPublicKey())) {
        throw new PemException(
            "The key in " + key + " is not that of the first certificate in " + certificates + ".");
      }
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, NO_PASSWORD);
      store.setKeyEntry("confab", privateKey, NO_PASSWORD, chain);
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(store, NO_PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return new PemIdentity(context, chain[0]);
    } catch (GeneralSecurityException | IOException e) {
      throw new PemException("TLS does not take the certificate in " + certificates + ".", e);
    }
  }

  private static X509Certificate[] chain(Path file) throws PemException {
    Matcher blocks = CERTIFICATE_BLOCK.matcher(text("certificate", file));
    String certificates = blocks.results().map(MatchResult::group).collect(joining("\n"));
    if (certificates.isEmpty()) {
      throw new PemException("There is no PEM certificate in " + file + ".");
    }
    try {
      InputStream in = new ByteArrayInputStream(certificates.getBytes(StandardCharsets.US_ASCII));
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(in)
          .toArray(X509Certificate[]::new);
    } catch (GeneralSecurityException e) {
      throw new PemException("A certificate in " + file + " is damaged.", e);
    }
  }

  private static PrivateKey key(Path file, String algorithm) throws PemException {
    Matcher block = KEY_BLOCK.matcher(text("key", file));
    if (!block.find()) {
      throw new PemException("There is no PEM key in " + file + ".");
    }
    if (!block.group(1).equals("PRIVATE KEY")) {
      throw new PemException(
          "The key in %s has the form \"%s\". Convert it: openssl pkcs8 -topk8 -nocrypt -in %s -out NEW"
              .formatted(file, block.group(1), file));
    }
    try {
      byte[] der = Base64.getMimeDecoder().decode(block.group(2));
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new PemException(
          "The key in %s is damaged, or not the %s key that the certificate asks for."
              .formatted(file, algorithm),
          e);
    }
  }

  private static String text(String what, Path file) throws PemException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(MAX_BYTES + 1);
      if (content.length > MAX_BYTES) {
        throw new PemException(
            "The %s file %s has more than %d bytes.".formatted(what, file, MAX_BYTES));
      }
      return new String(content, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new PemException("The " + what + " file " + file + " cannot be read.", e);
    }
  }

  private static boolean belongTogether(PrivateKey key, PublicKey certified)
      throws GeneralSecurityException {
    String algorithm =
        switch (certified.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> certified.getAlgorithm();
        };
    byte[] sample = "confab".getBytes(StandardCharsets.US_ASCII);
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(key);
    signature.update(sample);
    byte[] signed = signature.sign();
    signature.initVerify(certified);
    signature.update(sample);
    return signature.verify(signed);
  }
}
