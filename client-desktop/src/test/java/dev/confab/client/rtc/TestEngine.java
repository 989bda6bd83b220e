package dev.confab.client.rtc;

import dev.confab.client.call.Call;
import dev.confab.client.call.CallEvent;
import dev.confab.client.call.CallLoop;
import dev.confab.client.call.CallObserver;
import dev.confab.client.call.CallSnapshot;
import dev.confab.client.call.ChatEntry;
import dev.confab.client.call.JoinRequest;
import dev.confab.client.call.MediaWish;
import dev.confab.client.call.Phase;
import dev.confab.client.call.RemotePeer;
import dev.confab.client.call.ServerAddress;
import dev.confab.client.call.Signaling;
import dev.confab.client.media.FrameStamp;
import dev.confab.client.media.LatestFrame;
import dev.confab.client.media.TestPictureReader;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.RoomId;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A whole engine without a window, for tests: real connections, and signaling of one's choice.
final class TestEngine implements CallObserver {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private final CallLoop loop;
  private final String name;
  private final List<ChatEntry> chat = new CopyOnWriteArrayList<>();
  private final List<CallEvent> failedNegotiations = new CopyOnWriteArrayList<>();
  private volatile @Nullable CallSnapshot snapshot;

  TestEngine(String name, Signaling signaling, MediaWish wish) {
    this.name = name;
    var thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("call-" + name).factory());
    loop = new CallLoop(thread, signaling, Clock.systemUTC(), wish, this);
    loop.start(
        (t, events, level) ->
            new RtcMedia(t, watched(events), level, new RtcMedia.Options(name, false, true)));
  }

  private Consumer<CallEvent> watched(Consumer<CallEvent> events) {
    return event -> {
      if (event instanceof CallEvent.NegotiationFailed) {
        failedNegotiations.add(event);
      }
      events.accept(event);
    };
  }

  List<CallEvent> failedNegotiations() {
    return failedNegotiations;
  }

  /// As if the computer had another address now.
  void changeNetwork() {
    loop.post(new CallEvent.NetworkChanged());
  }

  Call call() {
    return loop;
  }

  void join() throws Exception {
    loop.join(
        new JoinRequest(
            new ServerAddress(URI.create("ws://localhost/")),
            new RoomId("test"),
            DisplayName.parse(name),
            false));
  }

  /// What a window would show; nothing before the engine has started.
  Optional<CallSnapshot> snapshot() {
    return Optional.ofNullable(snapshot);
  }

  boolean inCall() {
    return snapshot().filter(now -> now.phase() instanceof Phase.InCall).isPresent();
  }

  boolean connected() {
    return other().map(RemotePeer::link).equals(Optional.of(RemotePeer.Link.CONNECTED));
  }

  List<ChatEntry> chat() {
    return chat;
  }

  /// The only other member.
  Optional<RemotePeer> other() {
    CallSnapshot now = snapshot;
    return now != null && now.phase() instanceof Phase.InCall in && !in.others().isEmpty()
        ? Optional.of(in.others().getFirst())
        : Optional.empty();
  }

  /// Takes what there is of the other's picture and reads its stamp.
  Optional<FrameStamp> look() {
    if (other().isEmpty()) {
      return Optional.empty();
    }
    LatestFrame frames = other().get().frames();
    frames.wish(new LatestFrame.Wish(1280, 720));
    LatestFrame.Slot slot = frames.take();
    return slot == null
        ? Optional.empty()
        : TestPictureReader.read(slot.pixels(), slot.width(), slot.height());
  }

  static void await(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Not within " + PATIENCE.toSeconds() + " s: " + what);
      }
      Thread.sleep(10);
    }
  }

  @Override
  public void onSnapshot(CallSnapshot now) {
    snapshot = now;
  }

  @Override
  public void onChat(ChatEntry entry) {
    chat.add(entry);
  }

  @Override
  public void onCallStarted() {
    chat.clear();
  }

  @Override
  public void onMicrophoneLevel(double level) {}

  void close() throws InterruptedException {
    if (!loop.shutDown(20)) {
      throw new AssertionError("The engine of " + name + " does not end");
    }
  }
}
