package dev.confab.system;

import dev.confab.client.call.Call;
import dev.confab.client.call.CallObserver;
import dev.confab.client.call.CallSnapshot;
import dev.confab.client.call.ChatEntry;
import dev.confab.client.call.DeviceProblem;
import dev.confab.client.call.LocalMedia;
import dev.confab.client.call.PeerStats;
import dev.confab.client.call.Phase;
import dev.confab.client.call.RemotePeer;
import dev.confab.client.call.TileSize;
import dev.confab.client.media.LatestFrame;
import dev.confab.client.ui.Advice;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.json.JsonLine;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// How things are at a desk, as a line of figures. Told on the call thread; asked, and looking at
/// the pictures, on one other.
final class DeskReport implements CallObserver {
  private final TileSize size;
  private volatile @Nullable CallSnapshot snapshot;
  private volatile String lastChat = "";
  private final AtomicInteger chatReceived = new AtomicInteger();
  private final Map<PeerId, PeerStats> stats = new ConcurrentHashMap<>();
  private final Map<PeerId, Map<String, Object>> received = new HashMap<>();

  /// Pictures are looked at in this size.
  DeskReport(TileSize size) {
    this.size = size;
  }

  String line() {
    Map<String, Object> line = new LinkedHashMap<>();
    CallSnapshot now = snapshot;
    if (now != null) {
      line.put("phase", now.phase().getClass().getSimpleName());
      line.put("chat", lastChat);
      line.put("chatReceived", chatReceived.get());
      local(now.local(), line);
      line.put("cameras", now.devices().cameras());
      line.put("microphones", now.devices().microphones());
      line.put("speakers", now.devices().speakers());
      if (now.phase() instanceof Phase.InCall in) {
        line.put("server", in.serverLink().name());
        line.put("peers", others(in));
      }
    }
    return JsonLine.of(line);
  }

  private static void local(LocalMedia local, Map<String, Object> line) {
    line.put("cameraRunning", local.cameraRunning());
    line.put("cameraProblem", words(local.cameraProblem()));
    line.put("microphoneProblem", words(local.microphoneProblem()));
    line.put("speakerProblem", words(local.speakerProblem()));
  }

  private static String words(@Nullable DeviceProblem problem) {
    return problem == null ? "" : Advice.of(problem).sentence();
  }

  private List<Map<String, Object>> others(Phase.InCall in) {
    return in.others().stream().map(this::other).toList();
  }

  private Map<String, Object> other(RemotePeer peer) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("name", peer.name().value());
    figures.put("link", peer.link().name());
    figures.put("microphone", peer.microphone());
    figures.put("camera", peer.camera());
    peer.frames().wish(new LatestFrame.Wish(size.width(), size.height()));
    LatestFrame.Slot slot = peer.frames().take();
    if (slot != null) {
      received.put(peer.peer(), CameraPicture.figures(slot));
    }
    figures.put("frames", peer.frames().published());
    figures.put("picture", received.getOrDefault(peer.peer(), Map.of()));
    PeerStats newest = stats.get(peer.peer());
    if (newest != null) {
      figures.put("path", newest.path());
      figures.put("height", newest.received().height());
      figures.put("lost", newest.received().lost());
    }
    return figures;
  }

  /// Says to the others how large their pictures are looked at.
  void ask(Call call) {
    CallSnapshot now = snapshot;
    if (now != null && now.phase() instanceof Phase.InCall in) {
      in.others().forEach(peer -> call.watch(peer.peer(), size));
    }
  }

  /// WebRTC's figures, on the call thread.
  void tell(PeerStats newest) {
    stats.put(newest.key().peer(), newest);
  }

  @Override
  public void onSnapshot(CallSnapshot now) {
    snapshot = now;
  }

  @Override
  public void onChat(ChatEntry entry) {
    if (!entry.own()) {
      chatReceived.incrementAndGet();
      lastChat = entry.text();
    }
  }

  @Override
  public void onCallStarted() {}

  @Override
  public void onMicrophoneLevel(double level) {}
}
