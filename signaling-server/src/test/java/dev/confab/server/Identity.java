package dev.confab.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A self-signed certificate for 127.0.0.1 and its key, made by the JDK's keytool, as PEM files.
public record Identity(Path certificate, Path key, KeyStore store) {
  private static final char[] PASSWORD = "password".toCharArray();
  private static final Base64.Encoder MIME = Base64.getMimeEncoder(64, new byte[] {'\n'});

  /// `algorithm` as keytool calls it: RSA, EC, Ed25519.
  public static Identity make(Path directory, String algorithm) throws Exception {
    Path file = directory.resolve(algorithm + ".p12");
    Process keytool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "confab",
                    "-keyalg",
                    algorithm,
                    "-dname",
                    "CN=test",
                    "-ext",
                    "san=ip:127.0.0.1",
                    "-validity",
                    "2",
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    new String(PASSWORD),
                    "-keystore",
                    file.toString()))
            .inheritIO()
            .start();
    if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
      throw new AssertionError("keytool failed");
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    Certificate certificate = store.getCertificate("confab");
    return new Identity(
        pem(directory.resolve(algorithm + ".crt"), "CERTIFICATE", certificate.getEncoded()),
        pem(
            directory.resolve(algorithm + ".key"),
            "PRIVATE KEY",
            store.getKey("confab", PASSWORD).getEncoded()),
        store);
  }

  public static Path pem(Path file, String type, byte[] der) throws IOException {
    String body = MIME.encodeToString(der);
    return Files.writeString(
        file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(type, body, type));
  }

  /// Trusts this certificate alone.
  public SSLContext clientContext() throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, PASSWORD);
    trusted.setCertificateEntry("confab", store.getCertificate("confab"));
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }
}
