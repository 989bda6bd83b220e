package dev.confab.client.rtc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LipSyncTest {
  private static final String SOUND = "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=msid:confab sound\r\n";
  private static final String CHAT = "m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n";

  @Test
  void onlyThePictureLeavesTheStream() {
    assertThat(LipSync.leaveOutOf(SOUND + picture("confab") + CHAT))
        .isEqualTo(SOUND + picture("-") + CHAT);
  }

  @Test
  void thePictureMayBeLast() {
    assertThat(LipSync.leaveOutOf(CHAT + picture("a$1\\b"))).isEqualTo(CHAT + picture("-"));
  }

  @Test
  void withoutAPictureNothingChanges() {
    assertThat(LipSync.leaveOutOf(SOUND + CHAT)).isEqualTo(SOUND + CHAT);
  }

  private static String picture(String stream) {
    return "m=video 9 UDP/TLS/RTP/SAVPF 96\r\na=msid:" + stream + " picture$2\r\na=mid:1\r\n";
  }
}
