package dev.confab.client.ui;

import dev.confab.client.call.Call;
import dev.confab.client.call.CallFailure;
import dev.confab.client.call.CallObserver;
import dev.confab.client.call.CallSnapshot;
import dev.confab.client.call.CameraChoice;
import dev.confab.client.call.ChatEntry;
import dev.confab.client.call.ChatEntry.Delivery;
import dev.confab.client.call.DeviceProblem;
import dev.confab.client.call.Devices;
import dev.confab.client.call.JoinRequest;
import dev.confab.client.call.Knocker;
import dev.confab.client.call.LocalMedia;
import dev.confab.client.call.MicrophoneChoice;
import dev.confab.client.call.OwnerRefusal;
import dev.confab.client.call.Phase;
import dev.confab.client.call.Phase.InCall;
import dev.confab.client.call.Phase.ServerLink;
import dev.confab.client.call.RemotePeer;
import dev.confab.client.call.RoomEntry;
import dev.confab.client.call.SpeakerChoice;
import dev.confab.client.call.TileSize;
import dev.confab.client.call.WayBack;
import dev.confab.client.media.LatestFrame;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.Door;
import dev.confab.protocol.EntryWay;
import dev.confab.protocol.KnockId;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomPassword;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An engine without network or devices that keeps the contract of [Call]: commands run on a thread
/// of its own, each change is told as a new snapshot, and what makes no sense in a phase is
/// ignored. The methods beyond [Call] are what the rest of the world does.
public final class FakeCall implements Call {
  public static final Devices PLUGGED =
      new Devices(
          List.of("Integrated Camera", "Logitech BRIO"),
          List.of("Built-in Microphone", "USB Headset"),
          List.of("Built-in Speakers", "USB Headset"),
          true);

  private final CallObserver observer;
  private final Executor thread;
  private final LatestFrame preview = new LatestFrame();
  private final List<ChatEntry> waiting = new ArrayList<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private Phase phase = new Phase.Lobby(null);
  private Devices devices = PLUGGED;
  private CameraChoice camera = CameraChoice.ANY;
  private MicrophoneChoice microphone = MicrophoneChoice.ANY;
  private SpeakerChoice speaker = SpeakerChoice.ANY;
  private boolean muted;
  private boolean cameraOff;
  private @Nullable DeviceProblem cameraProblem;
  private @Nullable DeviceProblem microphoneProblem;
  private @Nullable DeviceProblem speakerProblem;
  private long chatKeys;
  private int peers;

  /// `thread` runs one task at a time and in order; `Runnable::run` makes a fake that is done when
  /// a method returns.
  public FakeCall(CallObserver observer, Executor thread) {
    this.observer = observer;
    this.thread = thread;
  }

  /// Tells the first snapshot.
  public void start() {
    act(() -> {});
  }

  private void act(Runnable change) {
    thread.execute(
        () -> {
          change.run();
          observer.onSnapshot(snapshot());
        });
  }

  private CallSnapshot snapshot() {
    boolean running = !cameraOff && cameraProblem == null && !(camera instanceof CameraChoice.None);
    return new CallSnapshot(
        phase,
        new LocalMedia(
            camera,
            cameraOff,
            running,
            cameraOff ? null : cameraProblem,
            preview,
            microphone,
            muted,
            microphoneProblem,
            speaker,
            speakerProblem),
        devices);
  }

  @Override
  public void join(JoinRequest request) {
    act(
        () -> {
          if (phase instanceof Phase.Lobby) {
            commands.add("join");
            phase = new Phase.Joining(request);
          }
        });
  }

  @Override
  public void comeBack(WayBack wayBack) {
    act(
        () -> {
          if (phase instanceof Phase.Lobby) {
            commands.add("come back");
            muted = wayBack.media().microphoneMuted();
            cameraOff = wayBack.media().cameraOff();
            phase = new Phase.Joining(wayBack.request());
          }
        });
  }

  @Override
  public void leave() {
    act(
        () -> {
          commands.add("leave");
          phase = new Phase.Lobby(null);
          waiting.clear();
        });
  }

  @Override
  public void dismissFailure() {
    act(
        () -> {
          if (phase instanceof Phase.Lobby) {
            phase = new Phase.Lobby(null);
          }
        });
    refuses(null);
  }

  @Override
  public void setDoor(Door door) {
    asOwner(
        "door " + door,
        now ->
            new RoomEntry(
                door,
                now.password(),
                true,
                now.owners(),
                now.ways(),
                now.knocks(),
                now.known(),
                null));
  }

  @Override
  public void setPassword(@Nullable RoomPassword password) {
    asOwner(
        "password " + (password == null ? "none" : password.value()),
        now ->
            new RoomEntry(
                now.door(),
                password != null,
                true,
                now.owners(),
                now.ways(),
                now.knocks(),
                password,
                null));
  }

  @Override
  public void answerKnock(KnockId knock, boolean admitted) {
    asOwner(
        (admitted ? "admit " : "turn away ") + knock,
        now ->
            knocking(now, now.knocks().stream().filter(each -> !each.id().equals(knock)).toList()));
  }

  @Override
  public void remove(PeerId peer, boolean lock) {
    if (lock) {
      setDoor(Door.LOCKED);
    }
    asOwner("remove " + peer, now -> now);
    inCall(
        call -> with(call, call.others().stream().filter(it -> !it.peer().equals(peer)).toList()));
  }

  @Override
  public void handOver(PeerId peer) {
    asOwner(
        "hand over " + peer,
        now ->
            new RoomEntry(
                now.door(),
                now.password(),
                false,
                Set.of(peer),
                now.ways(),
                List.of(),
                now.known(),
                null));
  }

  // As the server would: of anyone else it is refused.
  private void asOwner(String command, UnaryOperator<RoomEntry> change) {
    act(() -> commands.add(command));
    inCall(call -> call.entry().own() ? with(call, change.apply(call.entry())) : call);
  }

  private static RoomEntry knocking(RoomEntry now, List<Knocker> knocks) {
    return new RoomEntry(
        now.door(),
        now.password(),
        now.own(),
        now.owners(),
        now.ways(),
        knocks,
        now.known(),
        now.refusal());
  }

  private static InCall with(InCall call, RoomEntry entry) {
    return new InCall(
        call.request(), call.serverLink(), call.others(), call.speaker(), call.hand(), entry);
  }

  @Override
  public void setMicrophoneMuted(boolean newMuted) {
    act(() -> muted = newMuted);
  }

  @Override
  public void setCameraOff(boolean off) {
    act(() -> cameraOff = off);
  }

  @Override
  public void chooseCamera(CameraChoice choice) {
    act(
        () -> {
          camera = choice;
          cameraProblem = null;
        });
  }

  @Override
  public void nextCamera() {
    act(
        () -> {
          List<String> names = devices.cameras();
          int now = camera instanceof CameraChoice.Device(String name) ? names.indexOf(name) : -1;
          if (!names.isEmpty()) {
            camera = new CameraChoice.Device(names.get((now + 1) % names.size()));
          }
        });
  }

  @Override
  public void chooseMicrophone(MicrophoneChoice choice) {
    act(() -> microphone = choice);
  }

  @Override
  public void chooseSpeaker(SpeakerChoice choice) {
    act(() -> speaker = choice);
  }

  @Override
  public void raiseHand(boolean raised) {
    inCall(
        call ->
            new InCall(
                call.request(),
                call.serverLink(),
                call.others(),
                call.speaker(),
                raised,
                call.entry()));
  }

  @Override
  public void mutePeer(PeerId peer, boolean muted) {
    others(other -> other.peer().equals(peer) ? FakePeer.mutedHere(other, muted) : other);
  }

  @Override
  public void watch(PeerId peer, TileSize size) {
    act(() -> commands.add("watch " + peer + " " + size.width() + "x" + size.height()));
  }

  @Override
  public void sendChat(String text) {
    act(
        () -> {
          if (phase instanceof InCall call) {
            boolean open = call.others().stream().anyMatch(RemotePeer::chatOpen);
            ChatEntry entry =
                new ChatEntry(
                    ++chatKeys,
                    true,
                    call.request().name(),
                    Instant.now(),
                    text,
                    open ? Delivery.DELIVERED : Delivery.WAITING);
            if (!open) {
              waiting.add(entry);
            }
            observer.onChat(entry);
          }
        });
  }

  // What the rest of the world does.

  /// The server lets us in.
  public void serverAccepts() {
    act(
        () -> {
          JoinRequest request =
              switch (phase) {
                case Phase.Joining(JoinRequest it) -> it;
                case Phase.Waiting(JoinRequest it) -> it;
                case Phase.Lobby _, InCall _ -> null;
              };
          if (request != null) {
            phase = new InCall(request, ServerLink.UP, List.of(), null, false);
            chatKeys = 0;
            observer.onCallStarted();
          }
        });
  }

  /// Someone inside is to let us in.
  public void waits() {
    act(
        () -> {
          if (phase instanceof Phase.Joining(JoinRequest request)) {
            phase = new Phase.Waiting(request);
          }
        });
  }

  /// What the server says of the room from now on: it allows everything.
  public void room(Door door, boolean password, boolean own, String... owners) {
    inCall(
        call ->
            with(
                call,
                new RoomEntry(
                    door,
                    password,
                    own,
                    call.others().stream()
                        .filter(peer -> List.of(owners).contains(peer.name().value()))
                        .map(RemotePeer::peer)
                        .collect(Collectors.toSet()),
                    EnumSet.allOf(EntryWay.class),
                    call.entry().knocks(),
                    call.request().admission().password(),
                    null)));
  }

  /// These wait at the door, in this order; their ids are `knock-1` and so on.
  public void knocks(String... names) {
    List<Knocker> waiting = new ArrayList<>();
    for (String name : names) {
      waiting.add(
          new Knocker(new KnockId("knock-" + (waiting.size() + 1)), new DisplayName(name), false));
    }
    inCall(call -> with(call, knocking(call.entry(), waiting)));
  }

  /// What an owner wished was not done.
  public void refuses(@Nullable OwnerRefusal refusal) {
    inCall(
        call -> {
          RoomEntry now = call.entry();
          return with(
              call,
              new RoomEntry(
                  now.door(),
                  now.password(),
                  now.own(),
                  now.owners(),
                  now.ways(),
                  now.knocks(),
                  now.known(),
                  refusal));
        });
  }

  /// Joining fails, or the call ends against the person's wish.
  public void fails(CallFailure failure) {
    act(() -> phase = new Phase.Lobby(failure));
  }

  public void serverLink(ServerLink link) {
    inCall(
        call ->
            new InCall(
                call.request(), link, call.others(), call.speaker(), call.hand(), call.entry()));
  }

  /// Someone comes in; the connection to them is being made. Answers where to paint their picture.
  public LatestFrame comes(String name) {
    LatestFrame frames = new LatestFrame();
    RemotePeer peer = FakePeer.of(new PeerId("peer-" + ++peers), new DisplayName(name), frames);
    inCall(
        call -> {
          List<RemotePeer> others = new ArrayList<>(call.others());
          others.add(peer);
          return with(call, others);
        });
    return frames;
  }

  public void everyoneLeaves() {
    inCall(call -> with(call, List.of()));
  }

  public void leaves(String name) {
    inCall(
        call ->
            with(
                call,
                call.others().stream().filter(peer -> !peer.name().value().equals(name)).toList()));
  }

  /// How it stands with the connections; a connected one opens its chat.
  public void link(RemotePeer.Link link) {
    others(peer -> FakePeer.linked(peer, link));
    if (link == RemotePeer.Link.CONNECTED) {
      act(
          () -> {
            waiting.forEach(entry -> observer.onChat(delivered(entry)));
            waiting.clear();
          });
    }
  }

  public void link(String name, RemotePeer.Link link) {
    one(name, peer -> FakePeer.linked(peer, link));
  }

  public void othersSend(boolean microphoneOn, boolean cameraOn) {
    others(peer -> FakePeer.sending(peer, microphoneOn, cameraOn));
  }

  public void sends(String name, boolean microphoneOn, boolean cameraOn) {
    one(name, peer -> FakePeer.sending(peer, microphoneOn, cameraOn));
  }

  public void raises(String name, boolean hand) {
    one(name, peer -> FakePeer.raising(peer, hand));
  }

  /// As this person may do it.
  public void mute(String name, boolean muted) {
    one(name, peer -> FakePeer.mutedHere(peer, muted));
  }

  /// They alone are heard, and are the speaker from now on.
  public void speaks(String name) {
    inCall(
        call -> {
          List<RemotePeer> others =
              call.others().stream()
                  .map(peer -> FakePeer.speaking(peer, peer.name().value().equals(name)))
                  .toList();
          PeerId speaking =
              others.stream()
                  .filter(RemotePeer::speaking)
                  .map(RemotePeer::peer)
                  .findFirst()
                  .orElse(call.speaker());
          return new InCall(
              call.request(), call.serverLink(), others, speaking, call.hand(), call.entry());
        });
  }

  /// The connection to them is made anew; the person stays the same.
  public void startsOver(String name) {
    one(name, FakePeer::anew);
  }

  public void writes(String author, String text) {
    act(
        () ->
            observer.onChat(
                new ChatEntry(
                    ++chatKeys,
                    false,
                    new DisplayName(author),
                    Instant.now(),
                    text,
                    Delivery.DELIVERED)));
  }

  public void plugged(Devices newDevices) {
    act(() -> devices = newDevices);
  }

  public void problems(
      @Nullable DeviceProblem ofCamera,
      @Nullable DeviceProblem ofMicrophone,
      @Nullable DeviceProblem ofSpeaker) {
    act(
        () -> {
          cameraProblem = ofCamera;
          microphoneProblem = ofMicrophone;
          speakerProblem = ofSpeaker;
        });
  }

  public void level(double level) {
    thread.execute(() -> observer.onMicrophoneLevel(level));
  }

  public LatestFrame preview() {
    return preview;
  }

  /// What was asked of it that leaves no trace in a snapshot, in order.
  public List<String> commands() {
    return List.copyOf(commands);
  }

  private void inCall(UnaryOperator<InCall> change) {
    act(
        () -> {
          if (phase instanceof InCall call) {
            phase = change.apply(call);
          }
        });
  }

  private void one(String name, UnaryOperator<RemotePeer> change) {
    others(peer -> peer.name().value().equals(name) ? change.apply(peer) : peer);
  }

  private void others(UnaryOperator<RemotePeer> change) {
    inCall(call -> with(call, call.others().stream().map(change).toList()));
  }

  private static InCall with(InCall call, List<RemotePeer> others) {
    return new InCall(
        call.request(), call.serverLink(), others, call.speaker(), call.hand(), call.entry());
  }

  private static ChatEntry delivered(ChatEntry entry) {
    return new ChatEntry(
        entry.key(), entry.own(), entry.author(), entry.time(), entry.text(), Delivery.DELIVERED);
  }
}
