package dev.confab.client.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PngFileTest {
  @TempDir Path folder;

  @Test
  void thePixelsAreInTheFile() throws IOException {
    ByteBuffer bgra = ByteBuffer.allocateDirect(2 * 2 * 4);
    bgra.put(new byte[] {1, 2, 3, -1, 4, 5, 6, -1, 7, 8, 9, -1, 10, 11, 12, -1});
    Path file = folder.resolve("frame.png");
    PngFile.write(file, bgra, 2, 2);
    BufferedImage image = ImageIO.read(file.toFile());
    assertThat(image.getWidth()).isEqualTo(2);
    assertThat(image.getRGB(0, 0)).isEqualTo(0xff030201);
    assertThat(image.getRGB(1, 1)).isEqualTo(0xff0c0b0a);
  }
}
