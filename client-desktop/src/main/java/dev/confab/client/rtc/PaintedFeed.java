package dev.confab.client.rtc;

import dev.confab.client.media.I420Planes;
import dev.confab.client.media.Pace;
import dev.confab.client.media.PictureSource;
import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.NativeI420Buffer;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoTrackSource;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pushes the frames of a [PictureSource] into WebRTC, on a thread of its own that a clock paces.
/// That thread alone touches the source, from the first frame to the disposal.
final class PaintedFeed implements VideoFeed {
  private static final Logger LOG = LoggerFactory.getLogger(PaintedFeed.class);

  private final CustomVideoSource target = new CustomVideoSource();
  private final PictureSource picture;
  private final Thread thread;
  private volatile boolean closed;

  PaintedFeed(PictureSource picture) {
    this.picture = picture;
    this.thread = Thread.ofPlatform().name("confab-picture").daemon().unstarted(this::run);
    thread.start();
  }

  @Override
  public VideoTrackSource source() {
    return target;
  }

  @Override
  public String deviceName() {
    return "";
  }

  @Override
  public boolean adapts() {
    return false;
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }

  private void run() {
    Pace pace = new Pace(picture.framesPerSecond(), System::nanoTime);
    try {
      while (!closed) {
        long wait = pace.nanosToNext();
        if (wait > 0) {
          LockSupport.parkNanos(this, wait);
        } else {
          push(pace.take());
        }
      }
    } catch (UncheckedIOException e) {
      LOG.warn("The clip can no longer be read: {}", e.getMessage());
    } catch (RuntimeException | Error e) {
      LOG.error("The painted picture stopped", e);
    } finally {
      picture.close();
      waitForClose();
      target.dispose();
    }
  }

  /// A source must outlive the tracks that are made of it.
  private void waitForClose() {
    while (!closed) {
      LockSupport.park(this);
    }
  }

  private void push(long number) {
    NativeI420Buffer buffer = NativeI420Buffer.allocate(picture.width(), picture.height());
    try {
      I420Planes planes =
          new I420Planes(
              picture.width(),
              picture.height(),
              new I420Planes.Plane(buffer.getDataY(), buffer.getStrideY()),
              new I420Planes.Plane(buffer.getDataU(), buffer.getStrideU()),
              new I420Planes.Plane(buffer.getDataV(), buffer.getStrideV()));
      picture.paint(number, System.currentTimeMillis(), planes);
      target.pushFrame(new VideoFrame(buffer, System.nanoTime()));
    } finally {
      buffer.release();
    }
  }
}
