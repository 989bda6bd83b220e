package dev.confab.installer.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void ofAnOddNumberTheOneInTheMiddleIsTheMedian() {
    assertThat(Spread.of(List.of(30, 10, 2000), Integer::doubleValue))
        .isEqualTo(new Spread(30, 10, 2000));
  }

  @Test
  void ofAnEvenNumberItLiesBetweenTheTwoInTheMiddle() {
    assertThat(Spread.of(List.of(40, 10, 20, 30), Integer::doubleValue).median()).isEqualTo(25);
  }

  @Test
  void itSaysWhatWasLeastAndMost() {
    assertThat(new Spread(1234.4, 1200, 1300.5).text()).isEqualTo("1234 (1200 to 1301)");
  }
}
