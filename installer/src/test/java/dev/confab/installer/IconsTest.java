package dev.confab.installer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/// What `src/main/icons/make` has left in the tree is complete, and as large as its name says.
class IconsTest {
  private static final Path ICONS = Path.of("src/main/icons");

  @ParameterizedTest
  @ValueSource(ints = {16, 24, 32, 48, 64, 128, 256, 512})
  void aPictureIsAsLargeAsItsNameSays(int size) throws IOException {
    Path file = ICONS.resolve("confab-" + size + ".png");
    BufferedImage image = ImageIO.read(file.toFile());

    assertThat(image.getWidth()).isEqualTo(size);
    assertThat(image.getHeight()).isEqualTo(size);
    assertThat(Files.size(file)).isLessThan(20_000);
    assertThat(image.getRGB(0, 0) >>> 24).as("a corner's opacity").isZero();
    assertThat(image.getRGB(size / 2, size / 2) >>> 24).as("the middle's").isEqualTo(255);
  }

  /// The form: <https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10)>
  @Test
  void windowsFindsItsSizes() throws IOException {
    byte[] file = Files.readAllBytes(ICONS.resolve("confab.ico"));
    ByteBuffer icon = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(icon.getInt(0)).as("reserved, and the type: an icon").isEqualTo(1 << 16);

    List<Integer> sizes = new ArrayList<>();
    for (int entry = 6; entry < 6 + 16 * icon.getShort(4); entry += 16) {
      int width = Byte.toUnsignedInt(icon.get(entry));
      assertThat(icon.get(entry + 1)).as("square").isEqualTo(icon.get(entry));
      assertThat(icon.getInt(entry + 12) + icon.getInt(entry + 8)).isLessThanOrEqualTo(file.length);
      sizes.add(width == 0 ? 256 : width);
    }
    assertThat(sizes).containsExactly(16, 24, 32, 48, 64, 256);
  }

  /// The form: <https://en.wikipedia.org/wiki/Apple_Icon_Image_format>
  @Test
  void macOsFindsItsSizes() throws IOException {
    Map<String, byte[]> entries = icnsEntries(Files.readAllBytes(ICONS.resolve("confab.icns")));

    assertThat(entries).containsKeys("is32", "s8mk", "il32", "l8mk");
    Map<String, Integer> pictures =
        Map.of(
            "ic11", 32, "ic12", 64, "ic07", 128, "ic13", 256, "ic08", 256, "ic14", 512, "ic09",
            512);
    for (var picture : pictures.entrySet()) {
      assertThat(entries).containsKey(picture.getKey());
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(entries.get(picture.getKey())));
      assertThat(image.getWidth()).as(picture.getKey()).isEqualTo(picture.getValue());
    }
  }

  private static Map<String, byte[]> icnsEntries(byte[] file) {
    ByteBuffer icon = ByteBuffer.wrap(file);
    assertThat(fourLetters(icon)).isEqualTo("icns");
    assertThat(icon.getInt()).isEqualTo(file.length);
    Map<String, byte[]> entries = new TreeMap<>();
    while (icon.hasRemaining()) {
      String type = fourLetters(icon);
      byte[] content = new byte[icon.getInt() - 8];
      icon.get(content);
      entries.put(type, content);
    }
    return entries;
  }

  private static String fourLetters(ByteBuffer icon) {
    byte[] letters = new byte[4];
    icon.get(letters);
    return new String(letters, US_ASCII);
  }

  @Test
  void theDrawingStandsAlone() throws Exception {
    Path file = ICONS.resolve("confab.svg");
    Element svg = Xml.read(file).getDocumentElement();

    assertThat(svg.getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
    assertThat(svg.getAttribute("viewBox")).isEqualTo("0 0 64 64");
    assertThat(Xml.elements(svg))
        .extracting(Element::getLocalName)
        .isSubsetOf("svg", "title", "defs", "linearGradient", "stop", "rect", "path");
    String text = Files.readString(file).replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
    assertThat(text).doesNotContain("http", "href", "@import", "<!DOCTYPE");
    assertThat(text.replace("url(#ground)", "")).doesNotContain("url(");
  }
}
