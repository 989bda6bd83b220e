package dev.confab.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A STUN or TURN server for a member to use (W3C WebRTC, `RTCIceServer`). `urls` are of RFC 7064
/// and RFC 7065 form.
public record IceServer(List<String> urls, @Nullable String username, @Nullable String credential) {
  public IceServer {
    urls = List.copyOf(urls);
  }

  /// Without the credential: it must not get into a log.
  @Override
  public String toString() {
    return "IceServer" + urls;
  }
}
