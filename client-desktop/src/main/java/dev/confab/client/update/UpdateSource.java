package dev.confab.client.update;

import dev.confab.client.settings.PropertiesFile;
import dev.confab.client.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where this build asks for newer versions, whose signature it believes, and whether it asks when
/// the person has not chosen.
public record UpdateSource(URI url, PublicKey key, boolean checkByDefault) {
  /// The system property that names the file, which the installer writes.
  public static final String PROPERTY = "confab.update";

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1]");

  private static final Logger LOG = LoggerFactory.getLogger(UpdateSource.class);

  /// Empty: this build knows of no updates. Waits for the disk.
  public static Optional<UpdateSource> ofThisProgram() {
    String file = System.getProperty(PROPERTY, "");
    if (file.isBlank()) {
      return Optional.empty();
    }
    try {
      Properties properties = new PropertiesFile(Path.of(file)).read();
      return properties.isEmpty() ? Optional.empty() : Optional.of(of(properties));
    } catch (IOException | IllegalArgumentException | BadUpdateException e) {
      LOG.warn("Where to ask for updates is not known: {}", e.toString());
      return Optional.empty();
    }
  }

  public static UpdateSource of(Properties properties) throws BadUpdateException {
    return new UpdateSource(
        address(properties.getProperty("url", "")),
        publicKey(properties.getProperty("key", "")),
        properties.getProperty("check", "off").strip().equals("on"));
  }

  /// An Ed25519 key from the base64 of its SubjectPublicKeyInfo (RFC 8410, section 4).
  public static PublicKey publicKey(String base64) throws BadUpdateException {
    try {
      byte[] encoded = Base64.getDecoder().decode(base64.strip());
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      throw new BadUpdateException("this is not the public key of Ed25519", e);
    }
  }

  /// An address whose contents nobody on the way can read or change: `https`. On this computer
  /// itself `http` will do.
  static URI address(String text) throws BadUpdateException {
    try {
      URI uri = new URI(text.strip());
      if (isSafe(uri)) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw new BadUpdateException("this is not an address", e);
    }
    throw new BadUpdateException("this is not an address that begins with https://");
  }

  static boolean isSafe(URI uri) {
    String host = uri.getHost();
    if (uri.getScheme() == null || host == null || uri.getRawUserInfo() != null) {
      return false;
    }
    return switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
      case "https" -> true;
      case "http" -> LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
      default -> false;
    };
  }

  /// Who is asked, for people.
  public String host() {
    return url.getHost();
  }

  public boolean isWanted(Settings.Check chosen) {
    return switch (chosen) {
      case ON -> true;
      case OFF -> false;
      case NOT_CHOSEN -> checkByDefault;
    };
  }
}
