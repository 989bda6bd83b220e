package dev.confab.client.app;

import dev.confab.client.call.CallEvent;
import dev.confab.client.call.CallLoop;
import dev.confab.client.call.CallObserver;
import dev.confab.client.call.JoinRequest;
import dev.confab.client.call.WayBack;
import dev.confab.client.comeback.CallKeeper;
import dev.confab.client.comeback.SavedCalls;
import dev.confab.client.network.NetworkWatch;
import dev.confab.client.rtc.RtcMedia;
import dev.confab.client.settings.SettingsFolder;
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
  private final CallKeeper keeper =
      new CallKeeper(
          savedCalls(),
          signaling,
          new ScheduledThreadPoolExecutor(
              1, Thread.ofPlatform().name("confab-keeper").daemon().factory()));
  private final CallLoop loop;
  private final @Nullable StatsFile stats;
  private final NetworkWatch network;

  /// Begins at once with the devices of the wish.
  ///
  /// @throws IOException when the file for the figures cannot be written
  Engine(Wishes wishes, CallObserver front) throws IOException {
    Options options = wishes.options();
    stats = options.stats == null ? null : StatsFile.open(options.stats);
    network = new NetworkWatch(this::networkChanged);
    List<CallObserver> observers = new ArrayList<>(List.of(keeper, front, network));
    if (stats != null) {
      observers.add(stats);
    }
    if (options.say != null && wishes.back().isEmpty()) { // it has been said
      observers.add(new Greeting(options.say, this::write));
    }
    loop =
        new CallLoop(
            callThread,
            keeper.signaling(),
            Clock.systemUTC(),
            wishes.media(),
            new Observers(observers));
    RtcMedia.Options media = new RtcMedia.Options(wishes.patternName(), !options.headless, true);
    loop.start((thread, events, level) -> new RtcMedia(thread, events, level, media));
    if (stats != null) {
      stats.start(loop);
    }
  }

  private static SavedCalls savedCalls() {
    return new SavedCalls(SettingsFolder.ofThisPerson("calls"), Clock.systemUTC());
  }

  /// The way back into the call that a crash ended, if one did. Waits for the disk.
  static @Nullable WayBack callLeft() {
    return savedCalls().newest().orElse(null);
  }

  /// Goes where it is wished to go without a person's doing: back, into a room, or nowhere.
  void enter(Wishes wishes) {
    wishes
        .back()
        .ifPresentOrElse(
            loop::comeBack,
            () ->
                wishes
                    .options()
                    .joinAfter()
                    .ifPresent(delay -> wishes.join().ifPresent(request -> join(request, delay))));
  }

  /// Joins when that time has passed.
  private void join(JoinRequest request, Duration delay) {
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
    keeper.close();
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
