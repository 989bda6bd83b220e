package dev.confab.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.CloseCode;
import dev.confab.server.room.Departure;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CloseReasonsTest {
  @ParameterizedTest
  @EnumSource
  void everyReasonFitsIntoACloseFrame(CloseCode code) {
    assertThat(CloseReasons.text(code).getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1, 123);
  }

  @Test
  void aClientThatClosesInOrderSaysGoodbye() {
    assertThat(CloseReasons.departure(1000, true)).isEqualTo(Departure.GOODBYE);
  }

  @Test
  void aSocketThatSimplyEndsIsAnInterruption() {
    assertThat(CloseReasons.departure(1006, true)).isEqualTo(Departure.INTERRUPTED);
    assertThat(CloseReasons.departure(1006, false)).isEqualTo(Departure.INTERRUPTED);
  }

  @ParameterizedTest
  @EnumSource
  void whoIsToComeBackKeepsItsPlaceAndNobodyElseDoes(CloseCode code) {
    boolean hopeless = code.then() == CloseCode.Then.GIVE_UP;
    assertThat(CloseReasons.departure(code.number(), false))
        .isEqualTo(hopeless ? Departure.CUT_OFF : Departure.INTERRUPTED);
  }
}
