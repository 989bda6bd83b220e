package dev.confab.client.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Writes a frame as a PNG file, without a window system: the headless client's screenshot.
public final class PngFile {
  private PngFile() {}

  /// Replaces the file if there is one.
  ///
  /// @param bgra rows without padding, from index 0; the alpha is taken as opaque
  public static void write(Path file, ByteBuffer bgra, int width, int height) throws IOException {
    int[] pixels = new int[width * height];
    // read as little-endian integers, B G R A is 0xAARRGGBB
    bgra.duplicate().clear().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(pixels);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, pixels, 0, width);
    try (OutputStream out = Files.newOutputStream(file);
        MemoryCacheImageOutputStream cached = new MemoryCacheImageOutputStream(out)) {
      if (!ImageIO.write(image, "png", cached)) {
        throw new IOException("this Java has no PNG writer");
      }
    }
  }
}
