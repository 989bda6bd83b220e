package dev.confab.system;

import dev.confab.client.app.Observers;
import dev.confab.client.call.CallEvent;
import dev.confab.client.call.CallLoop;
import dev.confab.client.call.CameraChoice;
import dev.confab.client.call.JoinRequest;
import dev.confab.client.call.MediaWish;
import dev.confab.client.call.MicrophoneChoice;
import dev.confab.client.call.ServerAddress;
import dev.confab.client.call.SpeakerChoice;
import dev.confab.client.call.TileSize;
import dev.confab.client.network.NetworkWatch;
import dev.confab.client.rtc.RtcMedia;
import dev.confab.client.signaling.WebSocketSignaling;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.RoomId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// The engine as a program of its own, so that it can sit at a desk: joins a room, takes commands
/// on standard input, and says ten times a second on standard output how things are.
///
/// Arguments: server, room, name, camera, microphone, speaker; of these `any` is whichever there
/// is. Then options: `relay-only`; `draw=HEIGHT`, the size at which pictures are asked for, 16:9.
final class DeskClient {
  private static final long REPORT_MILLIS = 100;
  private static final long STATS_MILLIS = 500;

  private DeskClient() {}

  public static void main(String[] arguments) throws Exception {
    DeskReport report = new DeskReport(size(options(arguments)));
    ScheduledExecutorService callThread =
        Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("call").factory());
    MediaWish wish =
        new MediaWish(
            camera(arguments[3]), false, microphone(arguments[4]), false, speaker(arguments[5]));
    WebSocketSignaling signaling = new WebSocketSignaling();
    AtomicReference<CallLoop> call = new AtomicReference<>();
    NetworkWatch network = new NetworkWatch(() -> call.get().post(new CallEvent.NetworkChanged()));
    CallLoop loop =
        new CallLoop(
            callThread,
            signaling,
            Clock.systemUTC(),
            wish,
            new Observers(List.of(report, network)));
    call.set(loop);
    RtcMedia.Options options = new RtcMedia.Options(arguments[2], false, false);
    loop.start((thread, events, level) -> new RtcMedia(thread, events, level, options));
    JoinRequest request =
        new JoinRequest(
            ServerAddress.parse(arguments[0]),
            RoomId.parse(arguments[1]),
            DisplayName.parse(arguments[2]),
            options(arguments).contains("relay-only"));
    loop.join(request);
    ScheduledExecutorService reporter =
        Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    var _ =
        reporter.scheduleWithFixedDelay(
            () -> System.out.println(report.line()), 0, REPORT_MILLIS, TimeUnit.MILLISECONDS);
    var _ =
        reporter.scheduleWithFixedDelay(
            () -> {
              report.ask(loop);
              loop.readStats(report::tell);
            },
            0,
            STATS_MILLIS,
            TimeUnit.MILLISECONDS);
    carryOutCommands(loop, request);
    System.exit(loop.shutDown(10) ? 0 : 1);
  }

  private static List<String> options(String[] arguments) {
    return List.of(arguments).subList(6, arguments.length);
  }

  private static TileSize size(List<String> options) {
    return options.stream()
        .filter(option -> option.startsWith("draw="))
        .map(option -> Integer.parseInt(option.substring("draw=".length())))
        .findFirst()
        .map(height -> new TileSize(height * 16 / 9, height))
        .orElse(new TileSize(1280, 720));
  }

  private static void carryOutCommands(CallLoop loop, JoinRequest request) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      int space = line.indexOf(' ');
      String word = space < 0 ? line : line.substring(0, space);
      String rest = space < 0 ? "" : line.substring(space + 1);
      switch (word) {
        case "leave" -> loop.leave();
        case "join" -> loop.join(request);
        case "mute" -> loop.setMicrophoneMuted(true);
        case "unmute" -> loop.setMicrophoneMuted(false);
        case "camera" -> loop.chooseCamera(camera(rest));
        case "next-camera" -> loop.nextCamera();
        case "camera-off" -> loop.setCameraOff(true);
        case "camera-on" -> loop.setCameraOff(false);
        case "microphone" -> loop.chooseMicrophone(microphone(rest));
        case "speaker" -> loop.chooseSpeaker(speaker(rest));
        case "chat" -> loop.sendChat(rest);
        default -> throw new IOException("there is no command " + word);
      }
    }
  }

  private static CameraChoice camera(String text) {
    return switch (text) {
      case "pattern" -> new CameraChoice.Pattern();
      case "none" -> new CameraChoice.None();
      case "any" -> CameraChoice.ANY;
      default -> new CameraChoice.Device(text);
    };
  }

  private static MicrophoneChoice microphone(String text) {
    return switch (text) {
      case "tone" -> new MicrophoneChoice.Tone();
      case "none" -> new MicrophoneChoice.None();
      case "any" -> MicrophoneChoice.ANY;
      default -> new MicrophoneChoice.Device(text);
    };
  }

  private static SpeakerChoice speaker(String text) {
    return switch (text) {
      case "none" -> new SpeakerChoice.None();
      case "any" -> SpeakerChoice.ANY;
      default -> new SpeakerChoice.Device(text);
    };
  }
}
