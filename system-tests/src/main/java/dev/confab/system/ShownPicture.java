package dev.confab.system;

import dev.confab.client.media.FrameStamp;
import dev.confab.client.media.TestPicture;
import dev.confab.client.media.TestPictureReader;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;

/// Somebody's test picture, found in a PNG of a window or of a frame: where it stands, which frame
/// it is, and of which colour.
///
/// It is looked for as large as it may be, in the middle from left to right. One's own small
/// picture is not mistaken for it: it is mirrored, so that its stamp cannot be read.
record ShownPicture(FrameStamp stamp, double hue) {
  private static final double RATIO = 9.0 / 16;
  private static final double SMALLEST = 0.3;
  private static final double WIDTH_STEP = 0.005;
  private static final double TOP_STEP = 0.01;

  /// How far, in degrees, a colour may be from what was sent.
  private static final double TOLERANCE = 20;

  /// @throws IOException when the file is not there, or is no PNG
  static Optional<ShownPicture> in(Path png) throws IOException {
    BufferedImage image = ImageIO.read(png.toFile());
    if (image == null) {
      throw new IOException("not a picture");
    }
    for (double width = image.getWidth();
        width >= image.getWidth() * SMALLEST;
        width -= image.getWidth() * WIDTH_STEP) {
      double height = width * RATIO;
      for (double top = 0; top + height <= image.getHeight() + 1; top += height * TOP_STEP) {
        Optional<ShownPicture> found =
            at((int) (image.getWidth() - width) / 2, (int) top, (int) width, image);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<ShownPicture> at(int left, int top, int width, BufferedImage image) {
    int height = Math.min((int) (width * RATIO), image.getHeight() - top);
    return TestPictureReader.read(
            (x, y) -> {
              Color pixel = new Color(image.getRGB(left + x, top + y));
              return TestPictureReader.Brightness.of(
                  pixel.getRed(), pixel.getGreen(), pixel.getBlue());
            },
            width,
            height)
        .map(stamp -> new ShownPicture(stamp, hue(image, left + width / 25, top + height / 5)));
  }

  private static double hue(BufferedImage image, int x, int y) {
    Color pixel = new Color(image.getRGB(x, y));
    return 360 * Color.RGBtoHSB(pixel.getRed(), pixel.getGreen(), pixel.getBlue(), null)[0];
  }

  /// Whether it has the colour of this person's.
  boolean isOf(String name) {
    double difference = Math.abs(hue - TestPicture.hueOf(name)) % 360;
    return Math.min(difference, 360 - difference) <= TOLERANCE;
  }
}
