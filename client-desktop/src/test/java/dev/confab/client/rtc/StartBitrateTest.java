package dev.confab.client.rtc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StartBitrateTest {
  private static final String START = "x-google-start-bitrate=1000";

  @Test
  void aCodecWithoutParametersGetsThisOne() {
    assertThat(StartBitrate.putInto("a=rtpmap:96 VP8/90000\r\na=rtcp-fb:96 nack\r\n"))
        .isEqualTo("a=rtpmap:96 VP8/90000\r\na=fmtp:96 " + START + "\r\na=rtcp-fb:96 nack\r\n");
  }

  @Test
  void aCodecWithParametersKeepsThem() {
    assertThat(StartBitrate.putInto("a=rtpmap:98 VP9/90000\r\na=fmtp:98 profile-id=0\r\n"))
        .isEqualTo("a=rtpmap:98 VP9/90000\r\na=fmtp:98 profile-id=0;" + START + "\r\n");
  }

  @Test
  void soundIsLeftAlone() {
    String sdp = "a=rtpmap:111 opus/48000/2\r\na=fmtp:111 minptime=10\r\n";

    assertThat(StartBitrate.putInto(sdp)).isEqualTo(sdp);
  }

  @Test
  void retransmissionsAreLeftAlone() {
    String sdp = "a=rtpmap:97 rtx/90000\r\na=fmtp:97 apt=96\r\n";

    assertThat(StartBitrate.putInto(sdp)).isEqualTo(sdp);
  }
}
