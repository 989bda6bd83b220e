package dev.confab.system.mesh;

import dev.confab.client.call.RemotePeer;
import dev.confab.client.media.FrameStamp;
import dev.confab.client.media.LatestFrame;
import dev.confab.client.media.TestPictureReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;

/// Looks at each frame of one member's picture, as a window would, and notes when it came and which
/// it was.
final class Eyes implements AutoCloseable {
  /// `place` in the clip, `nanos` of `System.nanoTime`.
  record Sight(int place, long nanos) {}

  private final LatestFrame frames;
  private final Clip clip;
  private final List<Sight> seen = new ArrayList<>(); // guarded by itself
  private final LinkedBlockingQueue<Boolean> published = new LinkedBlockingQueue<>();
  private final Thread thread = Thread.ofPlatform().name("eyes").daemon().unstarted(this::look);

  Eyes(RemotePeer other, Clip clip) {
    this.frames = other.frames();
    this.clip = clip;
    frames.onPublished(() -> published.add(true));
    frames.wish(new LatestFrame.Wish(Clip.WIDTH, Clip.HEIGHT));
    thread.start();
  }

  private void look() {
    try {
      while (true) {
        published.take();
        LatestFrame.Slot slot = frames.take();
        if (slot != null) {
          TestPictureReader.read(slot.pixels(), slot.width(), slot.height())
              .filter(clip::shows)
              .ifPresent(this::note);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
  }

  private void note(FrameStamp frame) {
    synchronized (seen) {
      seen.add(new Sight(Clip.place(frame), System.nanoTime()));
    }
  }

  /// All that was seen since this was last asked.
  List<Sight> take() {
    synchronized (seen) {
      List<Sight> taken = List.copyOf(seen);
      seen.clear();
      return taken;
    }
  }

  @Override
  public void close() {
    frames.onPublished(null);
    thread.interrupt();
  }
}
