package dev.confab.client.rtc;

import dev.confab.client.call.CallEvent;
import dev.confab.client.call.CallThread;
import dev.confab.client.call.CameraChoice;
import dev.confab.client.call.Devices;
import dev.confab.client.call.Media;
import dev.confab.client.call.MediaReport;
import dev.confab.client.call.MediaWish;
import dev.confab.client.call.Paths;
import dev.confab.client.call.PeerKey;
import dev.confab.client.call.PeerStats;
import dev.confab.client.call.TileSize;
import dev.confab.client.media.LatestFrame;
import dev.confab.protocol.ChannelMessage;
import dev.confab.protocol.PeerMessage;
import dev.onvoid.webrtc.PeerConnectionFactory;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The media side on webrtc-java: one connection factory, the own devices, and a connection for
/// each member. Made, used and closed on the call thread.
public final class RtcMedia implements Media {
  private static final Logger LOG = LoggerFactory.getLogger(RtcMedia.class);
  private static final long CLOSE_MILLIS = 3_000;
  private static final long MOMENTS_A_SECOND = 1000 / CallEvent.LevelsHeard.PERIOD_MILLIS;

  /// What differs between a person's window and a test's peer: the name that gives the test picture
  /// its colour; whether the microphone is listened to before the call; and whether its sound is
  /// cleaned (echo, noise, gain), which takes a steady tone for noise.
  public record Options(String patternName, boolean levelMeter, boolean cleanSound) {}

  private final CallThread callThread;
  private final Consumer<CallEvent> events;
  private final DeviceThread deviceThread = new DeviceThread();
  private final NativeScope scope = new NativeScope();
  private final PeerConnectionFactory factory;
  private final StandIns standIns;
  private final boolean playsSound;
  private final LocalVideo video;
  private final LocalAudio audio;
  private final AudioDevices audioDevices;
  private final LobbyMeter meter;
  private final Map<PeerKey, RtcPeer> peers = new LinkedHashMap<>();
  private Devices devices = Devices.NONE;
  private MediaReport reported = MediaReport.NOTHING_YET;
  private boolean audible = true;
  private boolean listening;
  private long moments;

  /// Loads the native library. `events` and `level` may be called on any thread.
  public RtcMedia(
      CallThread callThread, Consumer<CallEvent> events, DoubleConsumer level, Options options) {
    this.callThread = callThread;
    this.events = events;
    InstalledLibrary.load();
    boolean audioServer = AudioServer.isThere();
    AudioModules.Module module = AudioModules.open(audioServer);
    scope.onClose(module.adm()::dispose);
    factory = new PeerConnectionFactory(module.adm());
    scope.onClose(factory::dispose);
    standIns = StandIns.make(factory, scope);
    playsSound = module.real();
    VideoOpener opener = new VideoOpener(deviceThread, callThread, options.patternName());
    video = new LocalVideo(factory, opener, this::sendVideo, this::report);
    scope.onClose(video::close);
    LocalAudio.Listeners listeners = new LocalAudio.Listeners(this::sendAudio, this::report, level);
    audio =
        new LocalAudio(factory, module, deviceThread, callThread, listeners, options.cleanSound());
    scope.onClose(audio::close);
    audioDevices = new AudioDevices(module, deviceThread);
    scope.onClose(audioDevices::close);
    meter = new LobbyMeter(deviceThread, level, module.real() && options.levelMeter());
    watchDevices(audioServer);
    scope.onClose(this::closePeers);
  }

  private void watchDevices(boolean audioServer) {
    DeviceWatch watch =
        new DeviceWatch(
            deviceThread, audioServer, now -> callThread.execute(() -> devicesChanged(now)));
    deviceThread.execute(watch::start);
    scope.onClose(() -> deviceThread.execute(watch::stop));
  }

  private void devicesChanged(Devices now) {
    if (scope.closed()) {
      return;
    }
    devices = now;
    events.accept(new CallEvent.DevicesChanged(now));
    video.devicesChanged(now);
    audio.devicesChanged(now);
    audioDevices.devicesChanged(now);
    audioDevices.route();
    report();
  }

  @Override
  public void apply(MediaWish wish) {
    video.want(wish.cameraOff() ? new CameraChoice.None() : wish.camera());
    audio.want(wish.microphone(), wish.microphoneMuted());
    audible = audioDevices.want(wish.microphone(), wish.speaker(), devices);
    peers.values().forEach(peer -> peer.setAudible(audible));
    audio.devicesChanged(devices);
    meter.want(wish, peers.isEmpty());
    audioDevices.route();
    report();
  }

  private void report() {
    MediaReport now =
        new MediaReport(
            video.running(),
            video.deviceName(),
            video.problem(),
            audio.problem(),
            audioDevices.speakerProblem());
    if (!now.equals(reported)) {
      reported = now;
      events.accept(new CallEvent.MediaReported(now));
    }
  }

  private void sendVideo() {
    peers.values().forEach(peer -> peer.sendVideo(video.track()));
    limitPictures();
  }

  private void limitPictures() {
    peers.values().forEach(peer -> peer.picture().limit(video.size(), peers.size()));
  }

  private void sendAudio() {
    audio.whileTracksChange(() -> peers.values().forEach(this::sendAudio));
    audioDevices.route();
  }

  private void sendAudio(RtcPeer peer) {
    peer.sendAudio(peer.settled() ? audio.track() : audio.trackAtOnce());
  }

  @Override
  public LatestFrame preview() {
    return video.previewFrames();
  }

  @Override
  public void openPeer(PeerKey key, Paths paths, LatestFrame frames, boolean offers) {
    meter.pause();
    RtcPeer.Surroundings surroundings =
        new RtcPeer.Surroundings(
            factory, callThread, standIns, playsSound, events, this::peerConnected);
    RtcPeer peer = new RtcPeer(key, surroundings, new ConnectionSettings(paths), frames, offers);
    peers.put(key, peer);
    peer.sendVideo(video.track());
    sendAudio(peer);
    peer.setAudible(audible);
    limitPictures();
    if (!listening) {
      listening = true;
      listen();
    }
  }

  /// While there is anybody: the library tells nobody how loud they are.
  private void listen() {
    listening = !scope.closed() && !peers.isEmpty();
    if (listening) {
      Map<PeerKey, Double> levels = new HashMap<>();
      peers.forEach((key, peer) -> levels.put(key, peer.level()));
      events.accept(new CallEvent.LevelsHeard(levels));
      if (++moments % MOMENTS_A_SECOND == 0) {
        adaptPictures();
      }
      limitPictures(); // a camera's size is known by its first frame
      callThread.after(CallEvent.LevelsHeard.PERIOD_MILLIS, this::listen);
    }
  }

  private void adaptPictures() {
    if (video.needsAdapting()) {
      peers.values().forEach(peer -> peer.adaptPicture(video.size()));
    } else {
      peers.values().forEach(peer -> peer.picture().stopAdapting());
    }
  }

  private void peerConnected(RtcPeer peer) {
    audioDevices.setLive(true);
    audioDevices.route();
    callThread.after(
        LocalAudio.SETTLE_MILLIS,
        () -> {
          if (!peer.closed()) {
            peer.settle();
            audio.whileTracksChange(() -> sendAudio(peer));
          }
        });
  }

  @Override
  public void renewPaths(PeerKey key, Paths paths) {
    with(key, peer -> peer.use(new ConnectionSettings(paths)));
  }

  @Override
  public void makeOffer(PeerKey key, long negotiation, boolean iceRestart) {
    with(key, peer -> peer.negotiator().makeOffer(negotiation, iceRestart));
  }

  @Override
  public void takeOffer(PeerKey key, PeerMessage.Offer offer) {
    with(key, peer -> peer.negotiator().takeOffer(offer));
  }

  @Override
  public void takeAnswer(PeerKey key, PeerMessage.Answer answer) {
    with(key, peer -> peer.negotiator().takeAnswer(answer));
  }

  @Override
  public void takeCandidate(PeerKey key, PeerMessage.Candidate candidate) {
    with(key, peer -> peer.negotiator().takeCandidate(candidate));
  }

  @Override
  public void send(PeerKey key, ChannelMessage message) {
    with(key, peer -> peer.send(message));
  }

  @Override
  public void limitPicture(PeerKey key, TileSize size) {
    with(key, peer -> peer.picture().draw(size)); // done at the next moment: a flood costs no more
  }

  @Override
  public void hearPeer(PeerKey key, boolean heard) {
    with(key, peer -> peer.setWanted(heard));
  }

  @Override
  public void closePeer(PeerKey key) {
    with(
        key,
        peer -> {
          peers.remove(key);
          audio.whileTracksChange(peer::close);
          audioDevices.setLive(peers.values().stream().anyMatch(RtcPeer::connected));
          meter.resume(peers.isEmpty());
          audioDevices.route();
        });
  }

  @Override
  public void readStats(Consumer<PeerStats> sink) {
    peers
        .values()
        .forEach(
            peer -> peer.readStats(report -> sink.accept(StatsReader.read(peer.key(), report))));
  }

  private void with(PeerKey key, Consumer<RtcPeer> action) {
    @Nullable RtcPeer peer = peers.get(key);
    if (peer != null) {
      action.accept(peer);
    }
  }

  private void closePeers() {
    audio.whileTracksChange(() -> peers.values().forEach(RtcPeer::close));
    peers.clear();
  }

  @Override
  public void close() {
    meter.pause();
    scope.close();
    try {
      if (!deviceThread.shutDown(CLOSE_MILLIS)) {
        LOG.warn("A device does not close; leaving it to the end of the process");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
