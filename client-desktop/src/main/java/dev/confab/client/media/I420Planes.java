package dev.confab.client.media;

import java.nio.ByteBuffer;

/// The memory of one I420 picture, into which a [PictureSource] paints: full-size luma, and two
/// chroma planes of half the width and height. Whoever made it owns the memory; nothing keeps it
/// after the call it was handed to.
public record I420Planes(int width, int height, Plane y, Plane u, Plane v) {

  /// One plane: rows of bytes, `stride` apart. Positions and limits of the buffer are neither used
  /// nor changed.
  public record Plane(ByteBuffer bytes, int stride) {

    /// Writes a piece of one row.
    void put(int column, int row, byte[] from, int offset, int length) {
      bytes.put(row * stride + column, from, offset, length);
    }

    /// Writes the whole plane from rows without padding.
    void putAll(byte[] from, int width, int height) {
      if (stride == width) {
        bytes.put(0, from, 0, width * height);
        return;
      }
      for (int row = 0; row < height; row++) {
        put(0, row, from, row * width, width);
      }
    }

    /// Writes the whole plane from rows without padding that begin at `offset`.
    void putAll(ByteBuffer from, int offset, int width, int height) {
      if (stride == width) {
        bytes.put(0, from, offset, width * height);
        return;
      }
      for (int row = 0; row < height; row++) {
        bytes.put(row * stride, from, offset + row * width, width);
      }
    }
  }

  /// Refuses memory that was made for another picture.
  ///
  /// @throws IllegalArgumentException when this memory is for a picture of another size
  void requireSize(int expectedWidth, int expectedHeight) {
    if (width != expectedWidth || height != expectedHeight) {
      throw new IllegalArgumentException(
          "planes of %dx%d for a picture of %dx%d"
              .formatted(width, height, expectedWidth, expectedHeight));
    }
  }
}
