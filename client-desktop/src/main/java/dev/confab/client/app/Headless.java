package dev.confab.client.app;

import dev.confab.client.call.Call;
import dev.confab.client.call.CallFailure;
import dev.confab.client.call.CallObserver;
import dev.confab.client.call.CallSnapshot;
import dev.confab.client.call.ChatEntry;
import dev.confab.client.call.JoinRequest;
import dev.confab.client.call.Phase;
import dev.confab.client.call.RemotePeer;
import dev.confab.client.call.TileSize;
import dev.confab.client.settings.Settings;
import dev.confab.client.ui.Advice;
import dev.confab.protocol.PeerId;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The front without a window: says on standard output what happens, and looks at the pictures as a
/// window would. Told on the call thread.
final class Headless implements CallObserver {
  private static final TileSize FULL = new TileSize(1280, 720);

  private final PictureViewer viewer = new PictureViewer();

  /// Exit status, once it is time to end.
  private final CompletableFuture<Integer> end = new CompletableFuture<>();

  private final Map<PeerId, RemotePeer> known = new HashMap<>();
  private final Options options;
  private volatile @Nullable Call engineCall;
  private boolean waiting;
  private boolean inCall;

  private Headless(Options options) {
    this.options = options;
  }

  /// Runs until it is time to quit, the call fails, or the process is told to end. Answers the exit
  /// status.
  static int run(Options options) {
    Wishes wishes = new Wishes(options, Settings.DEFAULTS, Engine.callLeft());
    if (options.rejoin && wishes.back().isEmpty()) {
      System.err.println("There is no call to go back to.");
      return Main.COULD_NOT_CALL;
    }
    if (wishes.back().isEmpty() && wishes.join().isEmpty()) {
      System.err.println(
          "Without a window, say where and as whom: --server, --room (or a link) and --name.");
      return 2;
    }
    return new Headless(options).call(wishes);
  }

  private int call(Wishes wishes) {
    Engine engine;
    try {
      engine = new Engine(wishes, this);
    } catch (IOException e) {
      System.err.println("Cannot write " + options.stats + ": " + e.getMessage());
      return Main.COULD_NOT_CALL;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(engine::close, "confab-shutdown"));
    engineCall = engine.call();
    engine.enter(wishes);
    if (options.commands) {
      new Commands(
              Runnable::run, this::saveScreenshot, engine.call()::sendChat, () -> end.complete(0))
          .listen();
    }
    options
        .quitAfter()
        .ifPresent(limit -> end.completeOnTimeout(0, limit.toMillis(), TimeUnit.MILLISECONDS));
    int status = end.join();
    if (!options.commands) {
      saveScreenshot();
    }
    engine.close();
    viewer.close();
    return status;
  }

  private void saveScreenshot() {
    if (options.screenshot != null) {
      viewer.save(options.screenshot);
    }
  }

  @Override
  public void onSnapshot(CallSnapshot snapshot) {
    switch (snapshot.phase()) {
      case Phase.Lobby(CallFailure failure) -> {
        if (failure != null && !end.isDone()) {
          Advice advice = Advice.of(failure);
          say(advice.title() + " " + advice.whatToDo());
          end.complete(Main.COULD_NOT_CALL);
        }
      }
      case Phase.Joining _ -> {}
      case Phase.Waiting(JoinRequest request) -> waits(request);
      case Phase.InCall call -> show(call);
    }
  }

  private void waits(JoinRequest request) {
    if (!waiting) {
      waiting = true;
      say("Waiting to be let into " + request.room());
    }
  }

  private void show(Phase.InCall call) {
    if (!inCall) {
      inCall = true;
      say("In room " + call.room());
    }
    for (RemotePeer peer : call.others()) {
      RemotePeer before = known.put(peer.peer(), peer);
      if (before == null) {
        say(peer.name() + " is here");
      }
      if (before == null || !before.frames().equals(peer.frames())) {
        look(peer);
      }
      if (before == null || before.link() != peer.link()) {
        say(peer.name() + ": " + words(peer.link()));
      }
    }
    known
        .values()
        .removeIf(
            peer -> {
              boolean gone =
                  call.others().stream().noneMatch(other -> other.peer().equals(peer.peer()));
              if (gone) {
                say(peer.name() + " has left");
              }
              return gone;
            });
  }

  private void look(RemotePeer peer) {
    viewer.look(peer.frames(), options.watch == null ? FULL : options.watch);
    if (options.watch != null && engineCall instanceof Call call) {
      call.watch(peer.peer(), options.watch);
    }
  }

  private static String words(RemotePeer.Link link) {
    return switch (link) {
      case CONNECTING -> "connecting";
      case CONNECTED -> "connected";
      case INTERRUPTED -> "interrupted, mending";
      case FAILED -> "cannot be reached";
    };
  }

  private static void say(String line) {
    System.out.println(line);
  }

  @Override
  public void onChat(ChatEntry entry) {
    if (!entry.own()) {
      say(entry.author() + " writes: " + entry.text());
    }
  }

  @Override
  public void onCallStarted() {}

  @Override
  public void onMicrophoneLevel(double level) {}
}
