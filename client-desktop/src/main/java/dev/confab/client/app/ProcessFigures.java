package dev.confab.client.app;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// What this process has used so far.
final class ProcessFigures {
  private ProcessFigures() {}

  static Map<String, Object> now() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("upMillis", ManagementFactory.getRuntimeMXBean().getUptime());
    if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
      figures.put("cpuMillis", system.getProcessCpuTime() / 1_000_000);
    }
    if (ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads) {
      figures.put("allocatedBytes", threads.getTotalThreadAllocatedBytes());
      figures.put("threads", threads.getThreadCount());
      figures.put("allocatedBytesByThread", byThread(threads));
    }
    figures.put("heapBytes", ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    return figures;
  }

  /// Of the threads that live now; those of one name together.
  private static Map<String, Long> byThread(ThreadMXBean threads) {
    Map<String, Long> bytes = new TreeMap<>();
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread != null) {
        bytes.merge(
            thread.getThreadName(),
            threads.getThreadAllocatedBytes(thread.getThreadId()),
            Long::sum);
      }
    }
    return bytes;
  }
}
