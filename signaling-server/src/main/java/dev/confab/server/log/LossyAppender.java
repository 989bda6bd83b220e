package dev.confab.server.log;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

/// Lines wait in a queue for a thread of their own that writes them. When nobody takes them (a full
/// disk, a pipe that nobody reads), those that find the queue full are lost, and counted: the
/// server itself waits for no log. Named by `logback.xml`; used on any thread.
public final class LossyAppender extends AsyncAppender {
  private static final int MAX_WAITING = 2048;

  /// For what waits at the end of the program.
  private static final int FLUSH_MILLIS = 2000;

  private final AtomicLong lost = new AtomicLong();
  private final AtomicLong untold = new AtomicLong();

  public LossyAppender() {
    setQueueSize(MAX_WAITING);
    setDiscardingThreshold(0); // what is lost is not the less important, but the last
    setNeverBlock(true);
    setMaxFlushTime(FLUSH_MILLIS);
  }

  @Override
  protected void append(ILoggingEvent event) {
    // between this look and the end of the method others may take what is free: that is lost as
    // well
    if (getRemainingCapacity() < 2) {
      lost.incrementAndGet();
      untold.incrementAndGet();
      return;
    }
    long lines = untold.getAndSet(0);
    if (lines > 0) {
      super.append(gap(lines));
    }
    super.append(event);
  }

  private LoggingEvent gap(long lines) {
    Logger root = ((LoggerContext) getContext()).getLogger(Logger.ROOT_LOGGER_NAME);
    LoggingEvent event = new LoggingEvent("", root, Level.WARN, null, null, null);
    event.setKeyValuePairs(
        List.of(new KeyValuePair("event", "log-lines-lost"), new KeyValuePair("lines", lines)));
    return event;
  }

  /// How many lines were lost since the start.
  public static long lost() {
    return LoggerFactory.getILoggerFactory() instanceof LoggerContext context
            && context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("lossy")
                instanceof LossyAppender ours
        ? ours.lost.get()
        : 0;
  }

  /// Before the end of the program: writes what waits, as far as that is possible in 2 s. Nothing
  /// is logged after it.
  public static void finish() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.stop();
    }
  }
}
