package dev.confab.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.server.dashboard.History.Sample;
import dev.confab.server.metrics.Tally;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
  @Test
  void theOldestGoesWhenTheHourIsFull() {
    Sample first = Sample.of(new Tally());
    List<Sample> samples = List.of(first);
    for (int i = 0; i < History.LENGTH; i++) {
      samples = History.with(samples, Sample.of(new Tally()), History.LENGTH);
    }
    assertThat(samples).hasSize(History.LENGTH).doesNotContain(first);
  }
}
