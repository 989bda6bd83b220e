package dev.confab.client.rtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PulseRoutingTest {
  private static final List<String> LISTING =
      """
      Source Output #12
      \tDriver: protocol-native.c
      \tProperties:
      \t\tapplication.name = "WEBRTC VoiceEngine"
      \t\tapplication.process.id = "4711"

      Source Output #13
      \tProperties:
      \t\tapplication.process.id = "47110"

      Source Output #14
      \tProperties:
      \t\tapplication.process.id = "4711"
      """
          .lines()
          .toList();

  @Test
  void onlyTheStreamsOfThisProcessAreMoved() {
    assertThat(PulseRouting.ownStreams(LISTING, 4711)).containsExactly("12", "14");
  }

  @Test
  void aProcessWithoutStreamsHasNone() {
    assertThat(PulseRouting.ownStreams(LISTING, 1)).isEmpty();
  }
}
