package dev.confab.system.mesh;

import dev.confab.client.call.Admission;
import dev.confab.client.call.Call;
import dev.confab.client.call.CallLoop;
import dev.confab.client.call.CallObserver;
import dev.confab.client.call.CallSnapshot;
import dev.confab.client.call.CameraChoice;
import dev.confab.client.call.ChatEntry;
import dev.confab.client.call.JoinRequest;
import dev.confab.client.call.MediaWish;
import dev.confab.client.call.MicrophoneChoice;
import dev.confab.client.call.Phase;
import dev.confab.client.call.RemotePeer;
import dev.confab.client.call.ServerAddress;
import dev.confab.client.call.SpeakerChoice;
import dev.confab.client.media.FrameStamp;
import dev.confab.client.media.LatestFrame;
import dev.confab.client.media.TestPictureReader;
import dev.confab.client.rtc.RtcMedia;
import dev.confab.client.signaling.WebSocketSignaling;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A whole engine without a window, with a way to the server of its own.
final class Person implements CallObserver, AutoCloseable {
  private static final RoomId ROOM = new RoomId("mesh");
  private static final long CLOSE_SECONDS = 30;

  final String name;
  final Gate gate;
  private final WebSocketSignaling signaling = new WebSocketSignaling();
  private final CallLoop loop;
  private final List<ChatEntry> chat = new CopyOnWriteArrayList<>();
  private final AtomicInteger connectionsMade = new AtomicInteger();
  private volatile @Nullable CallSnapshot snapshot;
  private volatile @Nullable JoinRequest request;

  /// Sends the clip and a tone, and has no speaker.
  Person(String name, IntSupplier server, Path clip) throws IOException {
    this.name = name;
    this.gate = new Gate(server);
    ScheduledThreadPoolExecutor thread =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("confab-call-" + name).factory());
    MediaWish wish =
        new MediaWish(
            new CameraChoice.Clip(clip),
            false,
            new MicrophoneChoice.Tone(),
            false,
            new SpeakerChoice.None());
    loop = new CallLoop(thread, signaling, Clock.systemUTC(), wish, this);
    RtcMedia.Options options = new RtcMedia.Options(name, false, true);
    loop.start((owner, events, level) -> new RtcMedia(owner, events, level, options));
  }

  Call call() {
    return loop;
  }

  /// Begins another stay.
  void join() {
    join(Admission.NONE);
  }

  /// The same, with this to show at the door.
  void join(Admission shown) {
    JoinRequest next =
        new JoinRequest(
            new ServerAddress(gate.address()), ROOM, new DisplayName(name), false, shown);
    request = next;
    loop.join(next);
  }

  Optional<CallSnapshot> snapshot() {
    return Optional.ofNullable(snapshot);
  }

  /// The call of the newest stay, once in it.
  Optional<Phase.InCall> inCall() {
    return snapshot()
        .map(CallSnapshot::phase)
        .filter(Phase.InCall.class::isInstance)
        .map(Phase.InCall.class::cast)
        .filter(call -> isNewest(call.request()));
  }

  @SuppressWarnings("ReferenceEquality") // two stays may well be at the same place
  private boolean isNewest(JoinRequest of) {
    return of == request;
  }

  Optional<RemotePeer> other(String otherName) {
    return inCall().stream()
        .flatMap(call -> call.others().stream())
        .filter(peer -> peer.name().value().equals(otherName))
        .findFirst();
  }

  /// Takes what there is of another's picture and reads its stamp.
  Optional<FrameStamp> look(String otherName) {
    LatestFrame frames = other(otherName).map(RemotePeer::frames).orElse(null);
    if (frames == null) {
      return Optional.empty();
    }
    frames.wish(new LatestFrame.Wish(Clip.WIDTH, Clip.HEIGHT));
    LatestFrame.Slot slot = frames.take();
    return slot == null
        ? Optional.empty()
        : TestPictureReader.read(slot.pixels(), slot.width(), slot.height());
  }

  /// Bytes of sound received so far from each who is there, by name.
  Map<String, Long> soundReceived() throws InterruptedException {
    Map<PeerId, String> names =
        inCall().stream()
            .flatMap(call -> call.others().stream())
            .collect(Collectors.toMap(RemotePeer::peer, peer -> peer.name().value()));
    Map<String, Long> bytes = new ConcurrentHashMap<>();
    loop.readStats(
        stats -> {
          String other = names.get(stats.key().peer());
          if (other != null) {
            bytes.put(other, stats.audio().bytesReceived());
          }
        });
    Room.await(() -> bytes.size() == names.size(), () -> "figures\n" + this);
    return bytes;
  }

  /// What another wrote, as far as it has arrived in this call.
  List<String> heardFrom(String otherName) {
    return chat.stream()
        .filter(entry -> !entry.own() && entry.author().value().equals(otherName))
        .map(ChatEntry::text)
        .toList();
  }

  /// So many connections to others this engine has begun.
  int connectionsMade() {
    return connectionsMade.get();
  }

  @Override
  public void onSnapshot(CallSnapshot now) {
    Set<LatestFrame> before = connections(snapshot);
    connections(now).stream()
        .filter(frames -> !before.contains(frames))
        .forEach(_ -> connectionsMade.incrementAndGet());
    snapshot = now;
  }

  /// Each connection has frames of its own.
  private static Set<LatestFrame> connections(@Nullable CallSnapshot snapshot) {
    return snapshot != null && snapshot.phase() instanceof Phase.InCall call
        ? call.others().stream().map(RemotePeer::frames).collect(Collectors.toSet())
        : Set.of();
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

  /// Leaves, and gives everything back.
  @Override
  public void close() throws IOException {
    try {
      if (!loop.shutDown(CLOSE_SECONDS)) {
        throw new AssertionError("The engine of " + name + " does not end");
      }
      signaling.awaitClosed(Duration.ofSeconds(CLOSE_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      gate.close();
    }
  }

  @Override
  public String toString() {
    return name + ": " + snapshot().map(now -> words(now.phase())).orElse("not started");
  }

  private static String words(Phase phase) {
    return switch (phase) {
      case Phase.Lobby(var failure) -> "outside, " + failure;
      case Phase.Joining _ -> "joining";
      case Phase.Waiting _ -> "at the door";
      case Phase.InCall call ->
          call.serverLink()
              + call.others().stream()
                  .map(
                      peer ->
                          "%s %s%s%s%s%s"
                              .formatted(
                                  peer.name(),
                                  peer.link(),
                                  peer.chatOpen() ? " chat" : "",
                                  peer.microphone() ? " microphone" : "",
                                  peer.camera() ? " camera" : "",
                                  peer.hand() ? " hand" : ""))
                  .collect(Collectors.joining("; ", " {", "}"));
    };
  }
}
