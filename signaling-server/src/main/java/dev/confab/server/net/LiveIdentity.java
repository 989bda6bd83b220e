package dev.confab.server.net;

import dev.confab.server.ServerConfig.TlsFiles;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The identity that new connections are met with: that of the files as they stand now. Connections
/// that are there keep the one they began with, and notice nothing.
///
/// The files are looked at again and again, and not watched: certbot replaces a symbolic link, and
/// what a `WatchService` reports is what happens in one folder, not at the other end of its links.
public final class LiveIdentity implements AutoCloseable {
  static final Duration INTERVAL = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger("confab.server");

  private final TlsFiles files;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("tls-files").daemon().factory());
  private volatile SSLContext current;

  // these belong to the thread above, once it runs
  private Marks used;
  private Marks seen;
  private String problem = "";

  private record Marks(FileMark certificates, FileMark key) {
    static Marks of(TlsFiles files) {
      return new Marks(FileMark.of(files.certificates()), FileMark.of(files.key()));
    }
  }

  private LiveIdentity(TlsFiles files, Marks marks, PemIdentity first) {
    this.files = files;
    this.used = marks;
    this.seen = marks;
    this.current = first.context();
  }

  public static LiveIdentity load(TlsFiles files) throws PemException {
    Marks marks = Marks.of(files); // before reading: what is written meanwhile is seen next time
    return new LiveIdentity(files, marks, PemIdentity.load(files.certificates(), files.key()));
  }

  void watch() {
    long millis = INTERVAL.toMillis();
    var _ = thread.scheduleWithFixedDelay(this::guardedLook, millis, millis, TimeUnit.MILLISECONDS);
  }

  private void guardedLook() {
    try {
      look();
    } catch (RuntimeException bug) {
      LOG.atError()
          .addKeyValue("event", "failed")
          .setCause(bug)
          .log("a bug: the files of TLS are looked at no more");
      throw bug;
    }
  }

  /// What new connections get. On any thread.
  SSLContext current() {
    return current;
  }

  /// Loads files that have changed and then rested for one look: certificate and key are not
  /// written in the same moment. What could not be loaded is tried again at each look, since what
  /// was wrong may not show in the marks, such as an owner.
  void look() {
    Marks now = Marks.of(files);
    boolean rested = now.equals(seen);
    seen = now;
    if (now.equals(used)) {
      problem = "";
    } else if (rested) {
      reload(now);
    }
  }

  private void reload(Marks marks) {
    try {
      PemIdentity next = PemIdentity.load(files.certificates(), files.key());
      current = next.context();
      used = marks;
      problem = "";
      LOG.atInfo()
          .addKeyValue("event", "tls-reloaded")
          .addKeyValue("notAfter", next.notAfter())
          .log();
    } catch (PemException e) {
      tell(String.valueOf(e.getMessage()));
    }
  }

  /// Once, however often it is tried.
  private void tell(String sentence) {
    if (!sentence.equals(problem)) {
      problem = sentence;
      LOG.atWarn()
          .addKeyValue("event", "tls-reload-failed")
          .log(sentence + " The identity from before stays in use.");
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
