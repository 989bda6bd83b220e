package dev.confab.client.app;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/// What this process has used so far.
final class ProcessFigures {
  private ProcessFigures() {}

  static Map<String, Object> now() {
    Map<String, Object> figures = new LinkedHashMap<>();
    if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
      figures.put("cpuMillis", system.getProcessCpuTime() / 1_000_000);
    }
    if (ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads) {
      figures.put("allocatedBytes", threads.getTotalThreadAllocatedBytes());
      figures.put("threads", threads.getThreadCount());
    }
    figures.put("heapBytes", ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    return figures;
  }
}
