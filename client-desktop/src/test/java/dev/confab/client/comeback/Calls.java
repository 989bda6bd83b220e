package dev.confab.client.comeback;

import dev.confab.client.call.CameraChoice;
import dev.confab.client.call.JoinRequest;
import dev.confab.client.call.MediaWish;
import dev.confab.client.call.ServerAddress;
import dev.confab.client.call.WayBack;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.ResumeToken;
import dev.confab.protocol.RoomId;
import java.net.URI;
import java.time.Instant;

/// Calls to be kept and come back to.
final class Calls {
  static final JoinRequest REQUEST =
      new JoinRequest(
          new ServerAddress(URI.create("wss://example.org:8443/")),
          new RoomId("garden"),
          new DisplayName("Jürgen = Ω"),
          true);
  static final MediaWish MEDIA =
      MediaWish.DEFAULT
          .withCamera(new CameraChoice.Device("Caméra: 1"))
          .withCameraOff(true)
          .withMicrophoneMuted(true);
  static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  private Calls() {}

  static ResumeToken ticket(char token) {
    return new ResumeToken(String.valueOf(token).repeat(43));
  }

  static WayBack wayBack(char token) {
    return new WayBack(REQUEST, MEDIA, ticket(token));
  }

  /// Of a process with this id, and written so long after noon.
  static SavedCall saved(long pid, char token, long seconds) {
    return new SavedCall(
        wayBack(token), new Run(pid, NOON.minusSeconds(600)), NOON.plusSeconds(seconds));
  }
}
