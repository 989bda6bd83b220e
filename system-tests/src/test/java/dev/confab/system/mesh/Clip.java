package dev.confab.system.mesh;

import dev.confab.client.media.FrameStamp;
import dev.confab.client.media.I420Planes;
import dev.confab.client.media.TestPicture;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Small clips of a test picture whose frame numbers say whose clip it is: cheap enough for thirty
/// streams at once on two cores.
///
/// @param owner from 1
record Clip(int owner, int framesPerSecond, int frames) {
  static final int WIDTH = 320;
  static final int HEIGHT = 240;

  private static final int NUMBERS = 1000;

  Path write(Path file) throws IOException {
    TestPicture picture = new TestPicture(WIDTH, HEIGHT, framesPerSecond, owner * 60.0);
    ByteBuffer frame = ByteBuffer.allocate(WIDTH * HEIGHT * 3 / 2);
    int luma = WIDTH * HEIGHT;
    I420Planes planes =
        new I420Planes(
            WIDTH,
            HEIGHT,
            new I420Planes.Plane(frame.slice(0, luma), WIDTH),
            new I420Planes.Plane(frame.slice(luma, luma / 4), WIDTH / 2),
            new I420Planes.Plane(frame.slice(luma + luma / 4, luma / 4), WIDTH / 2));
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(ascii("YUV4MPEG2 W%d H%d F%d:1 C420\n".formatted(WIDTH, HEIGHT, framesPerSecond)));
      for (int i = 0; i < frames; i++) {
        picture.paint((long) owner * NUMBERS + i, 0, planes);
        out.write(ascii("FRAME\n"));
        out.write(frame.array());
      }
    }
    return file;
  }

  boolean shows(FrameStamp frame) {
    return frame.frameNumber() / NUMBERS == owner;
  }

  /// The place of a frame in the clip, from 0.
  static int place(FrameStamp frame) {
    return (int) (frame.frameNumber() % NUMBERS);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
