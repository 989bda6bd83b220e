package dev.confab.installer.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessTreeTest {
  @Test
  void theTimeOfProcessesThatHaveEndedCountsToo() {
    String stat = "42 (confab) S 1 42 42 0 -1 4194560 2119 0 3 0 7 2 50 11 20 0 1 0 9 0\n";
    assertThat(ProcessTree.cpuMillis(stat)).isEqualTo(700);
  }

  @Test
  void theNameOfAProcessMayHoldAnything() {
    String stat = "42 (a) 9 9 9) S 1 42 42 0 -1 4194560 2119 0 3 0 1 1 0 0 20 0 1 0 9 0\n";
    assertThat(ProcessTree.cpuMillis(stat)).isEqualTo(20);
  }

  @Test
  void aProcessThatHasEndedMeanwhileHoldsNothing() {
    assertThat(ProcessTree.cpuMillis("")).isZero();
    assertThat(ProcessTree.proportionalKib("")).isZero();
  }

  @Test
  void proportionalMemoryIsTheKernelsSum() {
    String smaps =
        """
        55d0e000-7ffe0000 ---p 00000000 00:00 0    [rollup]
        Rss:              234304 kB
        Pss:              181234 kB
        Pss_Anon:         100000 kB
        """;
    assertThat(ProcessTree.proportionalKib(smaps)).isEqualTo(181_234);
  }
}
