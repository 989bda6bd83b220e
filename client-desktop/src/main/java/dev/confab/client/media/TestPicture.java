package dev.confab.client.media;

import java.util.Arrays;

/// The moving test picture: what a person without a camera sends, and what tests send because it
/// says of itself which frame it is and when it was sent ([TestPictureReader] reads that back).
///
/// The card that stands still is drawn once; a frame is a copy of it with the ball and the stamp's
/// cells on top.
public final class TestPicture implements PictureSource {
  private static final int MIN_SIDE = 64;
  private static final int MAX_SIDE = 4096;

  private final TestCard card;
  private final Ball ball;
  private final double framesPerSecond;
  private final byte[] line;

  /// 1280x720 at 30 frames a second, in a colour that follows from the name, so that two people
  /// look different.
  public static TestPicture of(String name) {
    return new TestPicture(1280, 720, 30, hueOf(name));
  }

  /// The background's hue in the picture of that name, in degrees; it is purest in the upper left
  /// corner.
  public static double hueOf(String name) {
    return Math.floorMod(name.hashCode() * 47L, 360);
  }

  /// Any even size from 64 to 4096.
  ///
  /// @param hue the background's, in degrees
  public TestPicture(int width, int height, double framesPerSecond, double hue) {
    requireSide(width);
    requireSide(height);
    this.card = new TestCard(width, height, hue);
    this.ball = new Ball(width, height, hue);
    this.framesPerSecond = framesPerSecond;
    this.line = new byte[width];
  }

  private static void requireSide(int side) {
    if (side < MIN_SIDE || side > MAX_SIDE || side % 2 != 0) {
      throw new IllegalArgumentException("not an even size from 64 to 4096: " + side);
    }
  }

  @Override
  public int width() {
    return card.width;
  }

  @Override
  public int height() {
    return card.height;
  }

  @Override
  public double framesPerSecond() {
    return framesPerSecond;
  }

  @Override
  public void paint(long frameNumber, long sendTimeMillis, I420Planes into) {
    into.requireSize(card.width, card.height);
    into.y().putAll(card.y, card.width, card.height);
    into.u().putAll(card.u, card.width / 2, card.height / 2);
    into.v().putAll(card.v, card.width / 2, card.height / 2);
    ball.paint(frameNumber, into);
    cells(0, StampCode.upperRow(frameNumber, sendTimeMillis), into.y());
    cells(1, StampCode.lowerRow(frameNumber, sendTimeMillis), into.y());
  }

  private void cells(int row, long bits, I420Planes.Plane luma) {
    Arrays.fill(line, (byte) Yuv.BLACK.y());
    for (int column = 0; column < StampCode.COLUMNS; column++) {
      if (StampCode.isWhite(bits, column)) {
        int left = (int) Math.round(StampCode.left(column, card.width));
        int right = (int) Math.round(StampCode.left(column + 1, card.width));
        Arrays.fill(line, left, right, (byte) Yuv.WHITE.y());
      }
    }
    int bottom = (int) Math.round(StampCode.top(row + 1, card.height));
    for (int y = (int) Math.round(StampCode.top(row, card.height)); y < bottom; y++) {
      luma.put(0, y, line, 0, card.width);
    }
  }

  @Override
  public void close() {
    // nothing but memory
  }
}
