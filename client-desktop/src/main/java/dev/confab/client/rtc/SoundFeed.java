package dev.confab.client.rtc;

import dev.confab.client.media.Pace;
import dev.confab.client.media.SoundSource;
import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pushes a [SoundSource] into WebRTC, ten milliseconds at a time, on a thread of its own.
///
/// WebRTC changes its list of listeners without a lock, and aborts the process when a microphone
/// feeds the same stream at the same moment. So whatever changes the tracks is done while the feed
/// is paused; the sound goes on unheard meanwhile.
final class SoundFeed {
  private static final Logger LOG = LoggerFactory.getLogger(SoundFeed.class);
  private static final int BLOCKS_A_LEVEL = 10;

  private final CustomAudioSource target = new CustomAudioSource();
  private final SoundSource sound;
  private final DoubleConsumer level;
  private final Thread thread;
  private final short[] samples = new short[SoundSource.BLOCK];
  private final byte[] bytes = new byte[SoundSource.BLOCK * 2];
  private final ByteBuffer littleEndian = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  private int pauses;
  private volatile boolean closed;

  /// `level` is told how loud it is, 0 to 1, ten times a second, on the feed's thread.
  SoundFeed(SoundSource sound, DoubleConsumer level) {
    this.sound = sound;
    this.level = level;
    this.thread = Thread.ofPlatform().name("confab-sound").daemon().unstarted(this::run);
    thread.start();
  }

  CustomAudioSource source() {
    return target;
  }

  /// When it returns, no push is under way, and none will be until each pause has been followed by
  /// a [#resume].
  synchronized void pause() {
    pauses++;
  }

  synchronized void resume() {
    pauses--;
  }

  synchronized boolean paused() {
    return pauses > 0;
  }

  /// The tracks that are made of the source must have been disposed of before.
  synchronized void close() {
    closed = true;
    LockSupport.unpark(thread);
  }

  private void run() {
    Pace pace = new Pace(100, System::nanoTime);
    try {
      while (!closed) {
        long wait = pace.nanosToNext();
        if (wait > 0) {
          LockSupport.parkNanos(this, wait);
        } else {
          next(pace.take());
        }
      }
    } catch (RuntimeException | Error e) {
      LOG.error("The sound stopped", e);
    } finally {
      sound.close();
      while (!closed) {
        LockSupport.park(this);
      }
      target.dispose();
    }
  }

  private void next(long block) {
    sound.read(samples);
    littleEndian.asShortBuffer().put(samples);
    push();
    if (block % BLOCKS_A_LEVEL == 0) {
      level.accept(Loudness.of(samples));
    }
  }

  private synchronized void push() {
    if (!closed && pauses == 0) {
      target.pushAudio(bytes, 16, SoundSource.SAMPLE_RATE, 1, SoundSource.BLOCK);
    }
  }
}
