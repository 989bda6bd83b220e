package dev.confab.client.rtc;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps exceptions inside native callbacks: one that leaves a callback aborts the process. A
/// callback does one thing inside the guard, which is to post.
final class CallbackGuard {
  private static final Logger LOG = LoggerFactory.getLogger(CallbackGuard.class);

  private CallbackGuard() {}

  static void run(String callback, Runnable post) {
    try {
      post.run();
    } catch (Throwable e) {
      LOG.error("A bug in the callback {}", callback, e);
    }
  }
}
