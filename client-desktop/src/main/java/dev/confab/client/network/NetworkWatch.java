package dev.confab.client.network;

import dev.confab.client.call.CallObserver;
import dev.confab.client.call.CallSnapshot;
import dev.confab.client.call.ChatEntry;
import dev.confab.client.call.Phase;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at the computer's own addresses while there is a call, on a thread of its own. Java is
/// told of no changes, and WebRTC keeps what it learns to itself: hence the looking, twice a
/// second.
public final class NetworkWatch implements CallObserver, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NetworkWatch.class);
  private static final Duration PERIOD = Duration.ofMillis(500);
  private final Runnable changed;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("confab-network").daemon().factory());

  // Of the call thread.
  private @Nullable Future<?> watching;

  // Of the own thread.
  private @Nullable NetworkChanges changes;

  /// `changed` is run on the watch's thread, and must only post.
  public NetworkWatch(Runnable changed) {
    this.changed = changed;
  }

  @Override
  public void onSnapshot(CallSnapshot snapshot) {
    boolean inCall = !(snapshot.phase() instanceof Phase.Lobby);
    Future<?> now = watching;
    if (inCall && now == null) {
      thread.execute(() -> changes = null);
      watching =
          thread.scheduleWithFixedDelay(this::look, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    } else if (!inCall && now != null) {
      now.cancel(false);
      watching = null;
    }
  }

  private void look() {
    try {
      Set<String> addresses = addresses();
      long now = System.currentTimeMillis();
      if (changes == null) {
        changes = new NetworkChanges(PERIOD, addresses, now);
      } else if (changes.look(addresses, now)) {
        LOG.info("The network has changed: {} addresses", addresses.size());
        changed.run();
      }
    } catch (SocketException e) {
      LOG.debug("The addresses cannot be read this time", e);
    } catch (RuntimeException e) {
      LOG.error("A bug while looking at the network", e);
    }
  }

  /// Of all that is up and leads out of this computer. Link-local ones come and go with each
  /// interface, and lead nowhere by themselves.
  private static Set<String> addresses() throws SocketException {
    return NetworkInterface.networkInterfaces()
        .filter(NetworkWatch::leadsOut)
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLinkLocalAddress())
        .map(InetAddress::getHostAddress)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean leadsOut(NetworkInterface one) {
    try {
      return one.isUp() && !one.isLoopback();
    } catch (SocketException e) {
      return false; // it has just gone
    }
  }

  @Override
  public void onChat(ChatEntry entry) {}

  @Override
  public void onCallStarted() {}

  @Override
  public void onMicrophoneLevel(double level) {}

  @Override
  public void close() {
    thread.shutdown();
  }
}
