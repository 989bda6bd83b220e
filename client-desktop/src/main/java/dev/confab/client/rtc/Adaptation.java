package dev.confab.client.rtc;

/// How much smaller than it could be a picture is sent, so that what a path or a processor bears is
/// enough for all of its frames. WebRTC makes a camera's picture smaller by itself; one that this
/// program paints it leaves as it is, and sends two frames a second of it over a slow line.
/// Immutable.
///
/// `scale` is a divisor of width and height, `grown` whether it was reached from a smaller picture.
/// `easy` counts the readings in a row that were good enough to try a larger one; `patience` is how
/// many of them it takes, and doubles whenever a larger picture turned out to be too large.
record Adaptation(double scale, boolean grown, int easy, int patience) {
  static final Adaptation NONE = new Adaptation(1, false, 0, 1);

  private static final double[] SCALES = {1, 1.5, 2, 3, 4, 6};
  private static final int MOST_PATIENCE = 16;

  /// Of the frames that come, so many must go out.
  private static final double STARVED = 0.6;

  private static final double FED = 0.85;

  /// Of libvpx's 127 (WebRTC's `QualityScaler`): below the first a larger picture is worth it,
  /// above the second there is nothing left to save on.
  private static final double FINE = 36;

  private static final double COARSE = 95;

  /// What VP8 needs for 1280x720, in bits a second, and how that falls with the number of pixels
  /// (about WebRTC's `GetSinglecastBitrateLimits`).
  private static final double FULL_NEED = 900_000;

  private static final double FULL_PIXELS = 1280 * 720;
  private static final double NEED_EXPONENT = 0.7;

  /// With so many times what it needs, a larger picture is no trial.
  private static final double SURE = 1.3;

  /// A second of sending. `pixels` is the size of a frame before this is applied; frames are a
  /// second's, `quantizer` their mean (VP8: 0 to 127), `bitrate` what the encoder was granted, in
  /// bits a second.
  record Reading(
      double pixels, double framesIn, double framesOut, double quantizer, double bitrate) {
    private boolean starved() {
      return framesOut < STARVED * framesIn || quantizer > COARSE;
    }

    /// How many times what the picture at this scale needs there is.
    private double supply(double scale) {
      double need = FULL_NEED * Math.pow(pixels / scale / scale / FULL_PIXELS, NEED_EXPONENT);
      return bitrate / need;
    }

    private boolean easy(double larger) {
      return framesOut >= FED * framesIn && (quantizer <= FINE || supply(larger) >= 1);
    }
  }

  Adaptation next(Reading reading) {
    if (reading.framesIn() <= 0) {
      return this;
    }
    if (reading.starved()) {
      return smaller(reading);
    }
    return scale == 1 ? NONE : larger(reading);
  }

  /// As large as the bit rate is enough for, but smaller in any case.
  private Adaptation smaller(Reading reading) {
    double next = SCALES[SCALES.length - 1];
    for (double candidate : SCALES) {
      if (candidate > scale && reading.supply(candidate) >= 1) {
        next = candidate;
        break;
      }
    }
    return new Adaptation(next, false, 0, grown ? Math.min(MOST_PATIENCE, 2 * patience) : patience);
  }

  private Adaptation larger(Reading reading) {
    double step = 1;
    double sure = scale;
    for (double candidate : SCALES) {
      if (candidate < scale) {
        step = candidate;
        sure = reading.supply(candidate) >= SURE ? Math.min(sure, candidate) : sure;
      }
    }
    if (!reading.easy(step)) {
      return new Adaptation(scale, grown, 0, patience);
    }
    if (sure < scale) {
      return new Adaptation(sure, true, 0, NONE.patience);
    }
    return easy + 1 < patience
        ? new Adaptation(scale, grown, easy + 1, patience)
        : new Adaptation(step, true, 0, patience);
  }
}
