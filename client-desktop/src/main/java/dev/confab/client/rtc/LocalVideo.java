package dev.confab.client.rtc;

import dev.confab.client.call.CameraChoice;
import dev.confab.client.call.DeviceProblem;
import dev.confab.client.call.Devices;
import dev.confab.client.call.TileSize;
import dev.confab.client.media.LatestFrame;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.video.VideoTrack;
import org.jspecify.annotations.Nullable;

/// The own picture: brings what runs in line with what is wished for, newest wish first. Call
/// thread alone.
///
/// A feed is opened elsewhere and arrives with the number of the wish that asked for it; one that
/// comes too late is closed at once.
final class LocalVideo {
  private static final TileSize ASKED_FOR = new TileSize(1280, 720);

  private final PeerConnectionFactory factory;
  private final VideoOpener opener;
  private final Runnable trackChanged;
  private final Runnable changed;
  private final FrameConverter preview;
  private final LatestFrame previewFrames = new LatestFrame();

  private CameraChoice wanted = new CameraChoice.None();
  private long wish;
  private @Nullable VideoFeed feed;
  private @Nullable VideoTrack track;
  private @Nullable DeviceProblem problem;

  /// `trackChanged`: there is another [#track] to send, or none; the old one is disposed of when it
  /// returns. `changed`: so is what there is to report.
  LocalVideo(
      PeerConnectionFactory factory, VideoOpener opener, Runnable trackChanged, Runnable changed) {
    this.factory = factory;
    this.opener = opener;
    this.trackChanged = trackChanged;
    this.changed = changed;
    this.preview = new FrameConverter(previewFrames);
  }

  LatestFrame previewFrames() {
    return previewFrames;
  }

  @Nullable VideoTrack track() {
    return track;
  }

  /// The size of the frames that are sent; what cameras are asked for until the first has come.
  TileSize size() {
    return preview.source().hidden() ? ASKED_FOR : preview.source();
  }

  /// Something must see to it that the picture is no larger than a path bears.
  boolean needsAdapting() {
    return feed != null && !feed.adapts();
  }

  boolean running() {
    return feed != null;
  }

  String deviceName() {
    return feed == null ? "" : feed.deviceName();
  }

  @Nullable DeviceProblem problem() {
    return problem;
  }

  void want(CameraChoice choice) {
    if (!choice.equals(wanted)) {
      wanted = choice;
      reopen();
    }
  }

  /// A camera that was pulled out is let go of; one that was missed and is there now is taken.
  void devicesChanged(Devices devices) {
    if (feed != null
        && !feed.deviceName().isEmpty()
        && !devices.cameras().contains(feed.deviceName())) {
      DeviceProblem unplugged = new DeviceProblem.CameraUnplugged(feed.deviceName());
      wish++;
      drop();
      problem = unplugged;
      changed.run();
      if (wanted.equals(CameraChoice.ANY) && !devices.cameras().isEmpty()) {
        reopen();
      }
    } else if (feed == null
        && problem != null
        && wanted instanceof CameraChoice.Device(String name)) {
      boolean there =
          name.isEmpty() ? !devices.cameras().isEmpty() : devices.cameras().contains(name);
      if (there) {
        reopen();
      }
    }
  }

  private void reopen() {
    long number = ++wish;
    drop();
    problem = null;
    changed.run();
    if (!(wanted instanceof CameraChoice.None)) {
      opener.open(wanted, opened -> arrived(number, opened));
    }
  }

  private void arrived(long number, VideoOpener.Opened opened) {
    switch (opened) {
      case VideoOpener.Running(VideoFeed running) -> {
        if (number != wish) {
          running.close();
          return;
        }
        feed = running;
        track = factory.createVideoTrack("camera", running.source());
        track.addSink(preview);
        trackChanged.run();
      }
      case VideoOpener.Failed(DeviceProblem why) -> {
        if (number != wish) {
          return;
        }
        problem = why;
      }
    }
    changed.run();
  }

  private void drop() {
    @Nullable VideoTrack old = track;
    if (old != null) {
      track = null;
      trackChanged.run();
      old.removeSink(preview);
      old.dispose();
    }
    if (feed != null) {
      feed.close();
      feed = null;
    }
  }

  void close() {
    wish++;
    wanted = new CameraChoice.None();
    drop();
  }
}
