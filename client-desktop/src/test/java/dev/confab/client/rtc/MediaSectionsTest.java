package dev.confab.client.rtc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MediaSectionsTest {
  private static final String AUDIO = "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=mid:0\r\n";
  private static final String VIDEO = "m=video 9 UDP/TLS/RTP/SAVPF 96\r\na=mid:1\r\n";
  private static final String DATA = "m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n";
  private static final String HEAD = "v=0\r\ns=-\r\n";

  @Test
  void oneOfEachIsOurs() {
    assertThat(MediaSections.areOurs(HEAD + AUDIO + VIDEO + DATA)).isTrue();
  }

  @Test
  void aSecondPictureIsRefused() {
    assertThat(MediaSections.areOurs(HEAD + AUDIO + VIDEO + VIDEO + DATA)).isFalse();
  }

  @Test
  void aSectionThatIsTakenBackIsRefused() {
    String rejected = VIDEO.replace("m=video 9", "m=video 0");
    assertThat(MediaSections.areOurs(HEAD + AUDIO + rejected + DATA)).isFalse();
  }

  @Test
  void rubbishIsRefused() {
    assertThat(MediaSections.areOurs("rubbish")).isFalse();
  }
}
