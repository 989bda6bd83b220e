package dev.confab.client.rtc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.TileSize;
import org.junit.jupiter.api.Test;

class PictureLimitTest {
  private static final TileSize CAMERA = new TileSize(1280, 720);

  private static PictureLimit drawnAt(int width, int height) {
    return PictureLimit.of(new TileSize(width, height), CAMERA, 1);
  }

  @Test
  void aPictureDrawnInFullIsSentInFull() {
    assertThat(drawnAt(1280, 720)).isEqualTo(new PictureLimit(true, 1, 2_500_000, 30));
  }

  @Test
  void oneThatIsDrawnLargerIsNotMadeLarger() {
    assertThat(drawnAt(2560, 1440).scale()).isEqualTo(1);
  }

  @Test
  void aSmallerOneIsSentInTheNextStepAbove() {
    assertThat(drawnAt(640, 360).scale()).isEqualTo(2);
    assertThat(drawnAt(641, 361).scale()).isEqualTo(1.5);
  }

  @Test
  void aPictureThatIsCutToFitIsLargeEnoughBothWays() {
    assertThat(drawnAt(320, 720).scale()).isEqualTo(1);
  }

  @Test
  void fewerPixelsGetFewerBits() {
    assertThat(drawnAt(640, 360).maxBitrate()).isBetween(800_000, 900_000);
  }

  @Test
  void aThumbnailHasHalfTheFrames() {
    assertThat(drawnAt(320, 180).maxFramerate()).isEqualTo(15);
  }

  @Test
  void whatNobodySeesIsNotSent() {
    assertThat(PictureLimit.of(TileSize.HIDDEN, CAMERA, 1).active()).isFalse();
  }

  @Test
  void manyReceiversShareTheLine() {
    assertThat(PictureLimit.of(CAMERA, CAMERA, 5).maxBitrate()).isEqualTo(1_200_000);
  }

  @Test
  void onASlowLineItIsSmallerAndKeepsItsBits() {
    PictureLimit full = drawnAt(1280, 720);
    PictureLimit half = full.smallerBy(2);
    assertThat(half).isEqualTo(new PictureLimit(true, 2, full.maxBitrate(), 30));
    assertThat(half.pixels(CAMERA)).isEqualTo(640 * 360);
  }
}
