package dev.confab.system;

import dev.confab.client.call.CallObserver;
import dev.confab.client.call.CallSnapshot;
import dev.confab.client.call.ChatEntry;
import dev.confab.client.call.DeviceProblem;
import dev.confab.client.call.LocalMedia;
import dev.confab.client.call.Phase;
import dev.confab.client.call.RemotePeer;
import dev.confab.client.media.LatestFrame;
import dev.confab.client.ui.Advice;
import dev.confab.protocol.json.JsonLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How things are at a desk, as a line of figures. Told on the call thread; asked, and looking at
/// the pictures, on one other.
final class DeskReport implements CallObserver {
  private static final LatestFrame.Wish SIZE = new LatestFrame.Wish(1280, 720);

  private volatile @Nullable CallSnapshot snapshot;
  private volatile String lastChat = "";
  private Map<String, Object> received = Map.of();

  String line() {
    Map<String, Object> line = new LinkedHashMap<>();
    CallSnapshot now = snapshot;
    if (now != null) {
      line.put("phase", now.phase().getClass().getSimpleName());
      line.put("chat", lastChat);
      local(now.local(), line);
      line.put("cameras", now.devices().cameras());
      line.put("microphones", now.devices().microphones());
      line.put("speakers", now.devices().speakers());
      line.put("peers", now.phase() instanceof Phase.InCall in ? others(in) : List.of());
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
    figures.put("link", peer.link().name());
    figures.put("microphone", peer.microphone());
    figures.put("camera", peer.camera());
    peer.frames().wish(SIZE);
    LatestFrame.Slot slot = peer.frames().take();
    if (slot != null) {
      received = CameraPicture.figures(slot);
    }
    figures.put("frames", peer.frames().published());
    figures.put("picture", received);
    return figures;
  }

  @Override
  public void onSnapshot(CallSnapshot now) {
    snapshot = now;
  }

  @Override
  public void onChat(ChatEntry entry) {
    if (!entry.own()) {
      lastChat = entry.text();
    }
  }

  @Override
  public void onCallStarted() {}

  @Override
  public void onMicrophoneLevel(double level) {}
}
