package dev.confab.system;

import dev.confab.client.media.Goertzel;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// Listens to what a device of a desk plays, a tenth of a second at a time.
final class Ear implements AutoCloseable {
  private static final int RATE = 48_000;
  private static final int WINDOW = RATE / 10;
  private static final Duration WINDOW_TIME = Duration.ofMillis(100);

  /// So long is listened before it is decided: a tone of the desk comes twice a second.
  private static final int WINDOWS = 20;

  /// Of those, so many must have the tone: WebRTC takes some of it for noise, and a click decides
  /// nothing.
  private static final int WITH_TONE = 2;

  private static final double LOUD = 100;
  private static final double SILENT = 8;
  private static final double PURE = 0.5;

  private final Process recorder;
  private final DataInputStream sound;

  /// `device`: a source of the desk's sound system; a speaker's is `NAME.monitor`.
  static Ear on(Desk desk, String device) throws IOException {
    List<String> command =
        List.of(
            "parec",
            "-d",
            device,
            "--raw",
            "--format=s16le",
            "--rate=" + RATE,
            "--channels=1",
            "--latency-msec=50");
    return new Ear(
        desk.soundProgram(command)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectErrorStream(false)
            .start());
  }

  private Ear(Process recorder) {
    this.recorder = recorder;
    this.sound = new DataInputStream(recorder.getInputStream());
  }

  /// Until the tone comes again and again.
  void awaitTone(double hertz) throws IOException {
    await("a tone of %.0f Hz".formatted(hertz), WITH_TONE, window -> hasTone(window, hertz));
  }

  /// In what share of so many windows from now on the tone is, 0 to 1.
  double shareWith(double hertz, int windows) throws IOException {
    int found = 0;
    for (int i = 0; i < windows; i++) {
      found += hasTone(next(), hertz) ? 1 : 0;
    }
    return (double) found / windows;
  }

  /// For how long at most the tone is away, from now until this is over, and two seconds more: what
  /// happens is heard later.
  Duration longestWithout(double hertz, BooleanSupplier over) throws IOException {
    int longest = 0;
    int away = 0;
    for (int after = 0; after < WINDOWS; after += over.getAsBoolean() ? 1 : 0) {
      away = hasTone(next(), hertz) ? 0 : away + 1;
      longest = Math.max(longest, away);
    }
    return WINDOW_TIME.multipliedBy(longest);
  }

  private static boolean hasTone(short[] window, double hertz) {
    return loudness(window) > LOUD && Goertzel.share(window, hertz, RATE) > PURE;
  }

  /// Until nothing at all is heard for two seconds.
  void awaitSilence() throws IOException {
    await("silence", WINDOWS, window -> loudness(window) < SILENT);
  }

  private void await(String what, int needed, Predicate<short[]> fits) throws IOException {
    long end = System.nanoTime() + Caller.PATIENCE.toNanos();
    Deque<Boolean> fitting = new ArrayDeque<>();
    Deque<Long> loudness = new ArrayDeque<>();
    while (Collections.frequency(fitting, true) < needed) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "Not within %d s: %s; how loud it was of late: %s"
                .formatted(Caller.PATIENCE.toSeconds(), what, loudness));
      }
      short[] window = next();
      fitting.addLast(fits.test(window));
      loudness.addLast(Math.round(loudness(window)));
      if (fitting.size() > WINDOWS) {
        fitting.removeFirst();
        loudness.removeFirst();
      }
    }
  }

  private short[] next() throws IOException {
    byte[] bytes = new byte[WINDOW * 2];
    sound.readFully(bytes);
    short[] samples = new short[WINDOW];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
    return samples;
  }

  /// The root of the mean square, of 32767.
  private static double loudness(short[] samples) {
    double sum = 0;
    for (short sample : samples) {
      sum += (double) sample * sample;
    }
    return Math.sqrt(sum / samples.length);
  }

  @Override
  public void close() {
    recorder.destroyForcibly();
  }
}
