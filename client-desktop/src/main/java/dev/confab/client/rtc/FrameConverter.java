package dev.confab.client.rtc;

import dev.confab.client.call.TileSize;
import dev.confab.client.media.LatestFrame;
import dev.onvoid.webrtc.media.FourCC;
import dev.onvoid.webrtc.media.video.VideoBufferConverter;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoFrameBuffer;
import dev.onvoid.webrtc.media.video.VideoTrackSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the frames of one track to the screen's form and size, on the decoder's (or the camera's)
/// thread: scaled to what is asked for, converted natively, straight into a reusable buffer. A
/// frame that nobody looks at costs nothing.
///
/// The frame is ours and is released before we return.
final class FrameConverter implements VideoTrackSink {
  private static final Logger LOG = LoggerFactory.getLogger(FrameConverter.class);

  private final LatestFrame frames;
  private boolean failed;
  private volatile TileSize source = TileSize.HIDDEN;

  FrameConverter(LatestFrame frames) {
    this.frames = frames;
  }

  @Override
  public void onVideoFrame(VideoFrame frame) {
    try {
      note(frame.buffer);
      LatestFrame.Wish wish = frames.wish();
      if (wish.width() > 0 && wish.height() > 0) {
        convert(frame.buffer, wish);
      }
    } catch (Throwable e) {
      complainOnce(e);
    } finally {
      frame.release();
    }
  }

  private void note(VideoFrameBuffer buffer) {
    if (buffer.getWidth() != source.width() || buffer.getHeight() != source.height()) {
      source = new TileSize(buffer.getWidth(), buffer.getHeight());
    }
  }

  /// The size of the frames as they come, before the first hidden. Any thread.
  TileSize source() {
    return source;
  }

  private void convert(VideoFrameBuffer buffer, LatestFrame.Wish wish) throws Exception {
    int width = buffer.getWidth();
    int height = buffer.getHeight();
    double scale =
        Math.min(1, Math.min((double) wish.width() / width, (double) wish.height() / height));
    int drawnWidth = even(width * scale, width);
    int drawnHeight = even(height * scale, height);
    if (drawnWidth == width && drawnHeight == height) {
      write(buffer, width, height);
      return;
    }
    VideoFrameBuffer scaled = buffer.cropAndScale(0, 0, width, height, drawnWidth, drawnHeight);
    try {
      write(scaled, drawnWidth, drawnHeight);
    } finally {
      scaled.release();
    }
  }

  /// WebRTC's ARGB is a little-endian word: B, G, R, A in memory, and opaque, so premultiplied as
  /// well.
  private void write(VideoFrameBuffer buffer, int width, int height) throws Exception {
    LatestFrame.Slot slot = frames.begin(width, height);
    VideoBufferConverter.convertFromI420(buffer, slot.pixels(), FourCC.ARGB);
    frames.publish();
  }

  /// I420 has chroma for pairs of pixels; a frame is never made larger than it came.
  private static int even(double size, int atMost) {
    int rounded = (int) Math.round(size / 2) * 2;
    return Math.max(2, Math.min(rounded, atMost));
  }

  private void complainOnce(Throwable e) {
    if (!failed) {
      failed = true;
      LOG.error("Could not convert a frame; further ones are not mentioned", e);
    }
  }
}
