package dev.confab.client.app;

import dev.confab.client.call.TileSize;
import dev.confab.client.media.LatestFrame;
import dev.confab.client.media.PngFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes every frame of the pictures that it is told to look at, as a window would, on a thread of
/// its own.
final class PictureViewer {
  private static final Logger LOG = LoggerFactory.getLogger(PictureViewer.class);
  private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private final Thread thread =
      Thread.ofPlatform().name("confab-viewer").daemon().unstarted(this::run);
  private volatile boolean closed;
  private LatestFrame.@Nullable Slot newest;

  PictureViewer() {
    thread.start();
  }

  /// Any thread.
  void look(LatestFrame frames, TileSize size) {
    Runnable draw = () -> draw(frames);
    frames.onPublished(() -> tasks.add(draw));
    frames.wish(new LatestFrame.Wish(size.width(), size.height()));
  }

  /// Writes the newest frame as a PNG; waits until it is written.
  void save(Path file) {
    CompletableFuture.runAsync(() -> write(file), tasks::add).join();
  }

  void close() {
    closed = true;
    thread.interrupt();
  }

  private void run() {
    try {
      while (!closed) {
        tasks.take().run();
      }
    } catch (InterruptedException e) {
      LOG.debug("No longer looking");
    }
  }

  private void draw(LatestFrame frames) {
    LatestFrame.Slot slot = frames.take();
    if (slot != null) {
      newest = slot;
    }
  }

  private void write(Path file) {
    LatestFrame.Slot slot = newest;
    if (slot == null) {
      LOG.warn("No picture has come, so {} is not written", file);
      return;
    }
    try {
      PngFile.write(file, slot.pixels(), slot.width(), slot.height());
    } catch (IOException e) {
      LOG.warn("Cannot write {}", file, e);
    }
  }
}
