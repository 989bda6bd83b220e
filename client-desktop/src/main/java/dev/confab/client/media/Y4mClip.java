package dev.confab.client.media;

import dev.confab.client.media.ClipException.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/// A Y4M file (uncompressed 4:2:0 video), over and over. Frames are read as they are due, never the
/// whole file, into one buffer.
public final class Y4mClip implements PictureSource {
  /// Over an hour and a half at 30 frames a second.
  private static final int MAX_FRAMES = 200_000;

  private static final String FRAME = "FRAME";

  private final FileChannel file;
  private final Y4mHeader header;
  private final long[] frames;
  private final ByteBuffer frame;

  private Y4mClip(FileChannel file, Y4mHeader header, long[] frames) {
    this.file = file;
    this.header = header;
    this.frames = frames;
    this.frame = ByteBuffer.allocateDirect(header.frameSize());
  }

  public static Y4mClip open(Path path) throws ClipException {
    try {
      FileChannel file = FileChannel.open(path);
      boolean opened = false;
      try {
        String first = line(file, 0);
        Y4mHeader header = Y4mHeader.parse(first);
        Y4mClip clip = new Y4mClip(file, header, index(file, first.length() + 1L, header));
        opened = true;
        return clip;
      } finally {
        if (!opened) {
          file.close();
        }
      }
    } catch (IOException e) {
      throw new ClipException(Reason.UNREADABLE, path + " cannot be read", e);
    }
  }

  /// Where each frame's picture begins. What is left of a last frame that was cut off is not
  /// counted.
  private static long[] index(FileChannel file, long start, Y4mHeader header)
      throws IOException, ClipException {
    long[] found = new long[64];
    int count = 0;
    for (long at = start; at < file.size(); ) {
      String line = line(file, at);
      if (!line.equals(FRAME) && !line.startsWith(FRAME + " ")) {
        throw new ClipException(Reason.MALFORMED, "no frame at byte " + at);
      }
      long picture = at + line.length() + 1;
      at = picture + header.frameSize();
      if (at > file.size()) {
        break;
      }
      if (count == MAX_FRAMES) {
        throw new ClipException(Reason.TOO_LARGE, "more than " + MAX_FRAMES + " frames");
      }
      if (count == found.length) {
        found = Arrays.copyOf(found, 2 * count);
      }
      found[count++] = picture;
    }
    if (count == 0) {
      throw new ClipException(Reason.EMPTY, "not one whole frame");
    }
    return Arrays.copyOf(found, count);
  }

  private static String line(FileChannel file, long at) throws IOException, ClipException {
    ByteBuffer start = ByteBuffer.allocate(Y4mHeader.MAX_LENGTH);
    readFully(file, start, at);
    String text = new String(start.array(), 0, start.position(), StandardCharsets.ISO_8859_1);
    int end = text.indexOf('\n');
    if (end < 0) {
      throw new ClipException(Reason.MALFORMED, "no header line at byte " + at);
    }
    return text.substring(0, end);
  }

  /// Fills the buffer as far as the file goes.
  private static void readFully(FileChannel file, ByteBuffer into, long at) throws IOException {
    while (into.hasRemaining()) {
      int read = file.read(into, at + into.position());
      if (read < 0) {
        return;
      }
    }
  }

  @Override
  public int width() {
    return header.width();
  }

  @Override
  public int height() {
    return header.height();
  }

  @Override
  public double framesPerSecond() {
    return header.framesPerSecond();
  }

  /// How many frames there are before it starts again.
  int frameCount() {
    return frames.length;
  }

  @Override
  public void paint(long frameNumber, long sendTimeMillis, I420Planes into) {
    int width = header.width();
    int height = header.height();
    into.requireSize(width, height);
    try {
      readFully(file, frame.clear(), frames[Math.floorMod(frameNumber, frames.length)]);
      if (frame.hasRemaining()) {
        throw new EOFException("the clip has become shorter");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int luma = width * height;
    into.y().putAll(frame, 0, width, height);
    into.u().putAll(frame, luma, width / 2, height / 2);
    into.v().putAll(frame, luma + luma / 4, width / 2, height / 2);
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
