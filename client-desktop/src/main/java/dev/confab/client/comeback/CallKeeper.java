package dev.confab.client.comeback;

import dev.confab.client.call.CallObserver;
import dev.confab.client.call.CallSnapshot;
import dev.confab.client.call.ChatEntry;
import dev.confab.client.call.JoinRequest;
import dev.confab.client.call.MediaWish;
import dev.confab.client.call.Phase;
import dev.confab.client.call.Signaling;
import dev.confab.client.call.WayBack;
import dev.confab.protocol.ResumeToken;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// While a call lasts, keeps the file that says how to come back into it; when it ends in any
/// orderly way, there is none. Told on the call thread, writes on its own. What is written is never
/// logged.
public final class CallKeeper implements CallObserver {
  /// So often the file is written anew, so that it tells when the program ended.
  static final long PERIOD_SECONDS = 10;

  private static final Logger LOG = LoggerFactory.getLogger(CallKeeper.class);
  private static final long CLOSE_SECONDS = 2;

  private final SavedCalls calls;
  private final Run self;
  private final PrivateFile file;
  private final ScheduledExecutorService disk;
  private final WatchedSignaling signaling;
  private volatile @Nullable Stay stay;
  private volatile boolean closed;

  // Of the disk's thread.
  private boolean written;

  private record Stay(JoinRequest request, MediaWish media) {}

  /// `disk` has a single thread and is for this alone; it ends with this.
  public CallKeeper(SavedCalls calls, Signaling signaling, ScheduledExecutorService disk) {
    this(calls, signaling, disk, Run.ofThisProcess());
  }

  CallKeeper(SavedCalls calls, Signaling signaling, ScheduledExecutorService disk, Run self) {
    this.calls = calls;
    this.self = self;
    this.file = calls.fileOf(self);
    this.disk = disk;
    this.signaling = new WatchedSignaling(signaling, this::forget, this::save);
    var _ =
        disk.scheduleWithFixedDelay(this::write, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
  }

  /// The signaling for the engine: its sessions are those that are kept.
  public Signaling signaling() {
    return signaling;
  }

  @Override
  public void onSnapshot(CallSnapshot snapshot) {
    Stay now =
        switch (snapshot.phase()) {
          case Phase.Lobby _ -> null;
          case Phase.Joining(JoinRequest request) -> new Stay(request, snapshot.local().wish());
          case Phase.Waiting(JoinRequest request) -> new Stay(request, snapshot.local().wish());
          case Phase.InCall call -> new Stay(call.request(), snapshot.local().wish());
        };
    Stay before = stay;
    if (now == null ? before != null : !now.equals(before)) {
      stay = now;
      save();
    }
  }

  /// This way back is being gone, or is not wanted: nobody else is to be offered it.
  public void forget(ResumeToken ticket) {
    onDisk(() -> calls.forget(ticket));
  }

  private void save() {
    onDisk(this::write);
  }

  private void onDisk(Runnable task) {
    try {
      disk.execute(task);
    } catch (RejectedExecutionException e) {
      LOG.debug("The program ends: there is no call to come back to");
    }
  }

  private void write() {
    Stay now = stay;
    ResumeToken ticket = signaling.ticket();
    try {
      if (now != null && ticket != null && !closed) {
        WayBack wayBack = new WayBack(now.request(), now.media(), ticket);
        file.write(new SavedCall(wayBack, self, calls.now()).toBytes());
        written = true;
      } else if (written) {
        file.delete();
        written = false;
      }
    } catch (IOException e) {
      // The call goes on; it only could not be come back to.
      LOG.warn("The way back into this call is not kept: {}", e.toString());
    }
  }

  /// The program ends in order. First of all the file goes: what may still break on the way out is
  /// no reason to come back.
  public void close() throws InterruptedException {
    closed = true;
    save();
    disk.shutdown();
    if (!disk.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
      LOG.warn("The way back into the call may still be there");
    }
  }

  @Override
  public void onChat(ChatEntry entry) {}

  @Override
  public void onCallStarted() {}

  @Override
  public void onMicrophoneLevel(double level) {}
}
