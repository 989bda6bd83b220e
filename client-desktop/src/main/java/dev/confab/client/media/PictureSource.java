package dev.confab.client.media;

/// Makes the frames of a picture that does not come from a camera. Used by one thread at a time;
/// what paces it calls [#paint] once a frame (see [Pace]).
public interface PictureSource extends AutoCloseable {
  /// In pixels; even, and the same for the source's whole life. So is the height.
  int width();

  int height();

  double framesPerSecond();

  /// Paints one frame. A source that shows no stamp ignores the time.
  ///
  /// @param frameNumber counts from 0; may skip when frames are dropped
  /// @param sendTimeMillis since 1970, UTC
  /// @param into memory of exactly this source's size
  /// @throws java.io.UncheckedIOException when the file behind the source can no longer be read
  void paint(long frameNumber, long sendTimeMillis, I420Planes into);

  @Override
  void close();
}
