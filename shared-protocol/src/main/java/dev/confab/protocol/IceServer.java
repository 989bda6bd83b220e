package dev.confab.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A STUN or TURN server for a member to use (W3C WebRTC, `RTCIceServer`). `urls` are of RFC 7064
/// and RFC 7065 form. `anyCertificate`: over TLS, its certificate is not to be checked.
public record IceServer(
    List<String> urls,
    @Nullable String username,
    @Nullable String credential,
    boolean anyCertificate) {
  public IceServer {
    urls = List.copyOf(urls);
  }

  /// One that asks for no credentials, and has a certificate that checks where it needs one.
  public static IceServer of(String url) {
    return new IceServer(List.of(url), null, null, false);
  }

  public IceServer withCredentials(String newUsername, String newCredential) {
    return new IceServer(urls, newUsername, newCredential, anyCertificate);
  }

  public IceServer withAnyCertificate() {
    return new IceServer(urls, username, credential, true);
  }

  /// Passes media on, rather than telling a client its address. Schemes are of either case.
  public boolean relays() {
    return urls.stream().anyMatch(url -> url.regionMatches(true, 0, "turn:", 0, 5) || isTurns(url));
  }

  /// Has an address that is spoken to over TLS.
  public boolean relaysOverTls() {
    return urls.stream().anyMatch(IceServer::isTurns);
  }

  private static boolean isTurns(String url) {
    return url.regionMatches(true, 0, "turns:", 0, 6);
  }

  /// Without the credential: it must not get into a log.
  @Override
  public String toString() {
    return "IceServer" + urls;
  }
}
