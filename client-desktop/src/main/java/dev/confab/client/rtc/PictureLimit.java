package dev.confab.client.rtc;

import dev.confab.client.call.TileSize;
import dev.onvoid.webrtc.RTCRtpEncodingParameters;
import dev.onvoid.webrtc.RTCRtpSendParameters;
import dev.onvoid.webrtc.RTCRtpSender;

/// How a picture is encoded for one receiver: no larger than it is drawn there, within one's share
/// of what a home's line bears upwards, and not at all when nobody sees it. Sound has no limit: of
/// the two, the picture shrinks first.
///
/// `scale` is W3C `scaleResolutionDownBy`; bits and frames are per second.
record PictureLimit(boolean active, double scale, int maxBitrate, double maxFramerate) {
  /// What WebRTC would use for 1280x720.
  private static final double FULL_BITRATE = 2_500_000;

  private static final double FULL_PIXELS = 1280 * 720;

  /// For all receivers together.
  private static final double UPWARDS = 6_000_000;

  private static final int LEAST_BITRATE = 150_000;
  private static final double FRAMERATE = 30;
  private static final double THUMBNAIL_FRAMERATE = 15;
  private static final int THUMBNAIL_HEIGHT = 180;

  /// Steps, so that a window that is resized does not begin a new stream at each pixel.
  private static final double[] SCALES = {8, 6, 4, 3, 2, 1.5, 1};

  /// `source` is the size of the camera's picture; `receivers` how many it is sent to.
  static PictureLimit of(TileSize drawn, TileSize source, int receivers) {
    if (drawn.hidden()) {
      return new PictureLimit(false, 1, LEAST_BITRATE, THUMBNAIL_FRAMERATE);
    }
    double scale = scale(drawn, source);
    double height = source.height() / scale;
    double pixels = source.width() / scale * height;
    double bySize = FULL_BITRATE * Math.pow(pixels / FULL_PIXELS, 0.75);
    double share = UPWARDS / Math.max(1, receivers);
    return new PictureLimit(
        true,
        scale,
        (int) Math.max(LEAST_BITRATE, Math.min(bySize, share)),
        height <= THUMBNAIL_HEIGHT ? THUMBNAIL_FRAMERATE : FRAMERATE);
  }

  /// The largest step that still leaves a pixel for each that is drawn.
  private static double scale(TileSize drawn, TileSize source) {
    double exact =
        Math.min(
            (double) source.width() / drawn.width(), (double) source.height() / drawn.height());
    for (double scale : SCALES) {
      if (scale <= exact) {
        return scale;
      }
    }
    return 1;
  }

  /// The same with a picture whose width and height are so many times smaller. The bits stay: what
  /// is left of them makes the picture finer, and shows when there is room for a larger one.
  PictureLimit smallerBy(double divisor) {
    return new PictureLimit(active, scale * divisor, maxBitrate, maxFramerate);
  }

  /// Of a picture of this size, so many are sent.
  double pixels(TileSize source) {
    return source.width() / scale * (source.height() / scale);
  }

  /// On the call thread.
  void applyTo(RTCRtpSender sender) {
    RTCRtpSendParameters parameters = sender.getParameters();
    for (RTCRtpEncodingParameters encoding : parameters.encodings) {
      encoding.active = active;
      encoding.scaleResolutionDownBy = scale;
      encoding.maxBitrate = maxBitrate;
      encoding.maxFramerate = maxFramerate;
    }
    sender.setParameters(parameters);
  }
}
