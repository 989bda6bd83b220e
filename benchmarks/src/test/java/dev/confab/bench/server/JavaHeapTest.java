package dev.confab.bench.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confab.system.bench.BenchmarkException;
import org.junit.jupiter.api.Test;

class JavaHeapTest {
  @Test
  void theTotalOfAHistogramIsRead() throws Exception {
    String histogram =
        """
        1234:
         num     #instances         #bytes  class name (module)
        -------------------------------------------------------
           1:         20000        1000000  [B (java.base@25)
        Total         38432        2345678
        """;

    assertThat(JavaHeap.total(histogram)).isEqualTo(2_345_678);
    assertThatThrownBy(() -> JavaHeap.total("1234:\n")).isInstanceOf(BenchmarkException.class);
  }

  @Test
  void nativeMemoryIsWithoutTheHeap() throws Exception {
    String summary =
        """
        Native Memory Tracking:

        Total: reserved=5694621KB, committed=120621KB
               malloc: 23456KB #1234
        -                 Java Heap (reserved=4194304KB, committed=65536KB)
        -                     Class (reserved=1048713KB, committed=1097KB)
        """;

    assertThat(JavaHeap.nativeKib(summary)).isEqualTo(120_621 - 65_536);
    assertThatThrownBy(() -> JavaHeap.nativeKib("Native memory tracking is not enabled"))
        .isInstanceOf(BenchmarkException.class);
  }
}
