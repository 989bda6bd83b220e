package dev.confab.client.app;

import dev.confab.client.call.CallEvent;
import dev.confab.client.call.CallLoop;
import dev.confab.client.call.CallObserver;
import dev.confab.client.call.JoinRequest;
import dev.confab.client.call.MediaWish;
import dev.confab.client.network.NetworkWatch;
import dev.confab.client.rtc.RtcMedia;
import dev.confab.client.signaling.WebSocketSignaling;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts the call engine together, the same for the window and without one: the only place that
/// makes its services and its threads. Closes once, from any thread but the call thread.
final class Engine {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
  private static final long CLOSE_SECONDS = 6;
  private static final Duration GOODBYE = Duration.ofSeconds(3);

  private final WebSocketSignaling signaling = new WebSocketSignaling();
  private final FutureTask<Void> closing =
      new FutureTask<>(
          () -> {
            end();
            return null;
          });
  private final ScheduledThreadPoolExecutor callThread =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name("confab-call").factory());
  private final CallLoop loop;
  private final @Nullable StatsFile stats;
  private final NetworkWatch network;

  /// Begins at once with the devices of the wish.
  ///
  /// @throws IOException when the file for the figures cannot be written
  Engine(Options options, MediaWish wish, CallObserver front) throws IOException {
    stats = options.stats == null ? null : StatsFile.open(options.stats);
    network = new NetworkWatch(this::networkChanged);
    List<CallObserver> observers = new ArrayList<>(List.of(front, network));
    if (stats != null) {
      observers.add(stats);
    }
    if (options.say != null) {
      observers.add(new Greeting(options.say, this::write));
    }
    // what was to happen later does not hold up the end
    callThread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    loop = new CallLoop(callThread, signaling, Clock.systemUTC(), wish, new Observers(observers));
    String patternName = options.name == null ? "" : options.name.value();
    RtcMedia.Options media = new RtcMedia.Options(patternName, !options.headless, true);
    loop.start((thread, events, level) -> new RtcMedia(thread, events, level, media));
    if (stats != null) {
      stats.start(loop);
    }
  }

  /// Joins when that time has passed.
  void join(JoinRequest request, Duration delay) {
    if (delay.isZero()) {
      loop.join(request);
    } else {
      var _ =
          callThread.schedule(() -> loop.join(request), delay.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void write(String text) {
    loop.sendChat(text);
  }

  private void networkChanged() {
    loop.post(new CallEvent.NetworkChanged());
  }

  CallLoop call() {
    return loop;
  }

  /// Says goodbye, gives the devices back, and writes the last figures. Who calls it again waits
  /// for the first.
  void close() {
    closing.run();
    try {
      closing.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      LOG.error("The call did not end in order", e.getCause());
    }
  }

  private void end() throws InterruptedException {
    if (stats != null) {
      stats.close();
    }
    network.close();
    if (!loop.shutDown(CLOSE_SECONDS)) {
      LOG.warn("The call did not end within {} s", CLOSE_SECONDS);
    }
    signaling.awaitClosed(GOODBYE);
  }
}
