package dev.confab.client.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TestPictureTest {
  private static final long NUMBER = 0xFFFF_FFFFL;
  private static final long TIME = 1_785_000_123_456L;
  private static final FrameStamp STAMP = new FrameStamp(NUMBER, TIME);

  @ParameterizedTest
  @CsvSource({"1280, 720", "640, 360", "320, 240", "1920, 1080", "642, 358"})
  void theStampIsReadBackAtEverySize(int width, int height) {
    assertThat(TestPictureReader.read(painted(width, height), width, height)).contains(STAMP);
  }

  @ParameterizedTest
  @CsvSource({"320, 180", "333, 187", "411, 231", "640, 360", "801, 450", "1000, 701", "1600, 900"})
  void theStampOutlivesScalingAndNoise(int width, int height) {
    ByteBuffer source = painted(1280, 720);
    ByteBuffer coarse = Frames.nearest(source, 1280, 720, width, height);
    ByteBuffer smooth = Frames.box(source, 1280, 720, width, height);
    Frames.addNoise(coarse, 60, 1);
    Frames.addNoise(smooth, 60, 2);
    assertThat(TestPictureReader.read(coarse, width, height)).contains(STAMP);
    assertThat(TestPictureReader.read(smooth, width, height)).contains(STAMP);
  }

  @Test
  void theStampOutlivesBeingMadeSmallAndLargeAgain() {
    ByteBuffer small = Frames.box(painted(1280, 720), 1280, 720, 240, 136);
    ByteBuffer large = Frames.nearest(small, 240, 136, 1280, 720);
    assertThat(TestPictureReader.read(large, 1280, 720)).contains(STAMP);
  }

  @Test
  void aDamagedStampIsNotRead() {
    ByteBuffer frame = painted(640, 360);
    int row = (int) StampCode.top(0, 360);
    for (int y = row; y < row + 20; y++) {
      for (int x = 300; x < 330; x++) {
        int at = (y * 640 + x) * 4;
        frame.putInt(at, ~frame.getInt(at));
      }
    }
    assertThat(TestPictureReader.read(frame, 640, 360)).isEmpty();
  }

  @Test
  void blackIsNoStamp() {
    assertThat(TestPictureReader.read(ByteBuffer.allocate(640 * 360 * 4), 640, 360)).isEmpty();
  }

  @Test
  void noiseIsNoStamp() {
    for (int seed = 0; seed < 50; seed++) {
      ByteBuffer noise = ByteBuffer.allocate(200 * 112 * 4);
      Frames.addNoise(noise, 255, seed);
      assertThat(TestPictureReader.read(noise, 200, 112)).isEmpty();
    }
  }

  @Test
  void aPictureTooSmallForTheStampHasNone() {
    assertThat(TestPictureReader.read(ByteBuffer.allocate(40 * 20 * 4), 40, 20)).isEmpty();
  }

  @Test
  void itMovesFromFrameToFrame() {
    TestPicture picture = new TestPicture(320, 180, 30, 0);
    I420Planes first = Frames.planes(320, 180);
    I420Planes second = Frames.planes(320, 180);
    picture.paint(10, TIME, first);
    picture.paint(11, TIME, second);
    int belowTheStamp = 120 * first.y().stride();
    ByteBuffer before = first.y().bytes().position(belowTheStamp);
    ByteBuffer after = second.y().bytes().position(belowTheStamp);
    assertThat(before.mismatch(after)).isNotNegative();
  }

  @Test
  void whatAFrameShowsFollowsFromItsNumberAlone() {
    TestPicture picture = new TestPicture(320, 180, 30, 0);
    I420Planes first = Frames.planes(320, 180, 0);
    I420Planes again = Frames.planes(320, 180, 0);
    picture.paint(10, TIME, first);
    picture.paint(77, TIME, again);
    picture.paint(10, TIME, again);
    assertThat(again).isEqualTo(first);
  }

  @Test
  void twoPeopleLookDifferent() {
    I420Planes anna = Frames.planes(1280, 720);
    I420Planes ben = Frames.planes(1280, 720);
    TestPicture.of("Anna").paint(0, TIME, anna);
    TestPicture.of("Ben").paint(0, TIME, ben);
    int distance =
        Math.abs(Frames.at(anna.u(), 4, 4) - Frames.at(ben.u(), 4, 4))
            + Math.abs(Frames.at(anna.v(), 4, 4) - Frames.at(ben.v(), 4, 4));
    assertThat(distance).isGreaterThan(20);
  }

  @Test
  void nothingIsPaintedBesideThePicture() {
    TestPicture picture = new TestPicture(64, 64, 30, 0);
    I420Planes planes = Frames.planes(64, 64, 64);
    for (int frame = 0; frame < 200; frame++) {
      picture.paint(frame, TIME, planes);
    }
    for (int row = 0; row < 64; row++) {
      for (int column = 64; column < 128; column++) {
        assertThat(Frames.at(planes.y(), column, row)).isZero();
      }
    }
  }

  @Test
  void planesOfAnotherSizeAreRefused() {
    TestPicture picture = new TestPicture(320, 180, 30, 0);
    assertThatThrownBy(() -> picture.paint(0, 0, Frames.planes(640, 360)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("planes of 640x360 for a picture of 320x180");
  }

  @Test
  void oddSizesAreRefused() {
    assertThatThrownBy(() -> new TestPicture(321, 180, 30, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ByteBuffer painted(int width, int height) {
    I420Planes planes = Frames.planes(width, height);
    new TestPicture(width, height, 30, 200).paint(NUMBER, TIME, planes);
    return Frames.bgra(planes);
  }
}
