package dev.confab.client.app;

import dev.confab.client.call.CallLoop;
import dev.confab.client.call.CallObserver;
import dev.confab.client.call.CallSnapshot;
import dev.confab.client.call.ChatEntry;
import dev.confab.client.call.PeerStats;
import dev.confab.client.call.Phase;
import dev.confab.client.call.RemotePeer;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.json.JsonLine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes a line of JSON a second about the call: what a window would show, WebRTC's figures, and
/// what was drawn. Told on the call thread, writes on a thread of its own.
final class StatsFile implements CallObserver {
  private static final Logger LOG = LoggerFactory.getLogger(StatsFile.class);

  private final PrintWriter out;
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("confab-stats").daemon().factory());
  private final long start = System.nanoTime();
  private final Map<PeerId, PeerWatch> watches = new ConcurrentHashMap<>();
  private final AtomicInteger chatSent = new AtomicInteger();
  private final AtomicInteger chatReceived = new AtomicInteger();
  private volatile @Nullable CallSnapshot snapshot;
  private volatile long joinNanos;

  private StatsFile(PrintWriter out) {
    this.out = out;
  }

  static StatsFile open(Path file) throws IOException {
    return new StatsFile(new PrintWriter(Files.newBufferedWriter(file)));
  }

  void start(CallLoop loop) {
    var _ = writer.scheduleAtFixedRate(() -> next(loop), 1, 1, TimeUnit.SECONDS);
  }

  void close() throws InterruptedException {
    writer.execute(this::write);
    writer.shutdown();
    if (!writer.awaitTermination(2, TimeUnit.SECONDS)) {
      LOG.warn("The figures were not all written");
    }
    out.close();
  }

  /// Writes what was asked for a second ago, and asks again.
  private void next(CallLoop loop) {
    try {
      write();
      loop.readStats(this::keep);
    } catch (RuntimeException e) {
      LOG.warn("No figures this time", e);
    }
  }

  private void keep(PeerStats stats) {
    PeerWatch watch = watches.get(stats.key().peer());
    if (watch != null) {
      watch.stats(stats);
    }
  }

  private void write() {
    CallSnapshot now = snapshot;
    if (now == null) {
      return;
    }
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("atMillis", (System.nanoTime() - start) / 1_000_000);
    line.put("joinAtMillis", joinNanos == 0 ? -1 : (joinNanos - start) / 1_000_000);
    line.put("phase", now.phase().getClass().getSimpleName());
    line.put("cameraRunning", now.local().cameraRunning());
    line.put("ownFramesDrawn", now.local().preview().drawn());
    line.put("chatSent", chatSent.get());
    line.put("chatReceived", chatReceived.get());
    List<Map<String, Object>> peers = new ArrayList<>();
    if (now.phase() instanceof Phase.InCall call) {
      line.put("room", call.room().value());
      for (RemotePeer peer : call.others()) {
        PeerWatch watch = watches.get(peer.peer());
        if (watch != null) {
          peers.add(watch.figures(peer, joinNanos));
        }
      }
    }
    line.put("peers", peers);
    line.put("process", ProcessFigures.now());
    out.println(JsonLine.of(line));
    out.flush();
  }

  @Override
  public void onSnapshot(CallSnapshot now) {
    switch (now.phase()) {
      case Phase.Lobby _ -> joinNanos = 0;
      case Phase.Joining _, Phase.Waiting _ -> {
        if (joinNanos == 0) {
          joinNanos = System.nanoTime();
        }
      }
      case Phase.InCall call -> {
        call.others().forEach(this::watch);
        watches
            .keySet()
            .removeIf(gone -> call.others().stream().noneMatch(it -> it.peer().equals(gone)));
      }
    }
    snapshot = now;
  }

  private void watch(RemotePeer peer) {
    PeerWatch watch =
        watches.compute(
            peer.peer(),
            (_, known) ->
                known != null && known.watches(peer.frames())
                    ? known
                    : new PeerWatch(peer.frames()));
    watch.link(peer.link());
  }

  @Override
  public void onChat(ChatEntry entry) {
    if (!entry.own()) {
      chatReceived.incrementAndGet();
    } else if (entry.delivery() == ChatEntry.Delivery.DELIVERED) {
      chatSent.incrementAndGet();
    }
  }

  @Override
  public void onCallStarted() {
    watches.clear();
  }

  @Override
  public void onMicrophoneLevel(double level) {}
}
