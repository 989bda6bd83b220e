package dev.confab.client.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.CallSnapshot;
import dev.confab.client.call.Devices;
import dev.confab.client.call.JoinRequest;
import dev.confab.client.call.LocalMedia;
import dev.confab.client.call.MediaWish;
import dev.confab.client.call.Phase;
import dev.confab.client.call.ServerAddress;
import dev.confab.client.media.LatestFrame;
import dev.confab.client.settings.PropertiesFile;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.InvalidValueException;
import dev.confab.protocol.RoomId;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class UpdateWatchTest {
  @TempDir Path folder;
  private final HandTurned thread = new HandTurned();
  private final Signer signer = new Signer();
  private final List<URI> questions = new ArrayList<>();
  private final BlockingQueue<UpdateNotice> found = new LinkedBlockingQueue<>();
  private Answers answers = _ -> signer.notice("0.3.0");
  private volatile boolean wanted = true;

  @SuppressWarnings("NullAway.Init") // by start
  private UpdateWatch watch;

  UpdateWatchTest() throws GeneralSecurityException {}

  /// A real thread, but the period passes when the test says so.
  private static final class HandTurned extends ScheduledThreadPoolExecutor {
    private @Nullable Runnable periodic;
    private Duration first = Duration.ZERO;

    HandTurned() {
      super(1);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(
        Runnable command, long initialDelay, long delay, TimeUnit unit) {
      periodic = command;
      first = Duration.of(initialDelay, unit.toChronoUnit());
      return schedule(() -> {}, 0, unit);
    }

    void turn() {
      execute(Objects.requireNonNull(periodic));
    }

    /// Until everything has been done that was to be done.
    void rest() throws Exception {
      for (int i = 0; i < 3; i++) { // a task may bring another
        submit(() -> {}).get();
      }
    }
  }

  @BeforeEach
  void start() throws BadUpdateException {
    UpdateCheck check =
        new UpdateCheck(
            signer.source("https://example.org/u", true),
            SemanticVersion.parse("0.2.0"),
            new UpdateMemory(new PropertiesFile(folder.resolve("updates.properties"))),
            address -> {
              questions.add(address);
              return answers.get(address);
            },
            Clock.systemUTC());
    watch = new UpdateWatch(check, () -> wanted, thread);
    watch.start(found::add);
  }

  @AfterEach
  void end() {
    thread.shutdownNow();
  }

  private void shows(Phase phase) {
    MediaWish wish = MediaWish.DEFAULT;
    LocalMedia local =
        new LocalMedia(
            wish.camera(),
            wish.cameraOff(),
            false,
            null,
            new LatestFrame(),
            wish.microphone(),
            wish.microphoneMuted(),
            null,
            wish.speaker(),
            null);
    watch.onSnapshot(new CallSnapshot(phase, local, Devices.NONE));
  }

  private static Phase joining() throws InvalidValueException {
    return new Phase.Joining(
        new JoinRequest(
            ServerAddress.parse("talk.example.org"),
            new RoomId("r"),
            new DisplayName("Anna"),
            false));
  }

  @Test
  void itIsAskedSomeSecondsAfterTheStart() throws Exception {
    thread.rest();
    assertThat(questions).isEmpty();
    assertThat(thread.first).isBetween(Duration.ofSeconds(3), Duration.ofMinutes(1));

    thread.turn();

    assertThat(found.take().version()).hasToString("0.3.0");
    thread.turn();
    thread.rest();
    assertThat(questions).hasSize(1);
  }

  @Test
  void whoHasItSwitchedOffAsksNobody() throws Exception {
    wanted = false;
    thread.turn();
    thread.rest();
    assertThat(questions).isEmpty();

    wanted = true;
    thread.turn();
    thread.rest();
    assertThat(questions).hasSize(1);
  }

  @Test
  void inACallNobodyIsAsked() throws Exception {
    shows(joining());
    thread.turn();
    thread.rest();
    assertThat(questions).isEmpty();

    shows(new Phase.Lobby(null));
    thread.turn();
    thread.rest();
    assertThat(questions).hasSize(1);
  }

  @Test
  void aCallThatBeginsEndsTheQuestion() throws Exception {
    CountDownLatch asking = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    answers = _ -> waitForEver(asking, ended);
    thread.turn();
    asking.await();

    shows(joining());

    ended.await();
    thread.rest();
    assertThat(found).isEmpty();
    thread.turn(); // it has not ended the watch
    thread.rest();
  }

  @Test
  void theEndOfTheProgramEndsTheQuestion() throws Exception {
    CountDownLatch asking = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    answers = _ -> waitForEver(asking, ended);
    thread.turn();
    asking.await();

    watch.close();

    ended.await();
    assertThat(thread.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
  }

  private static String waitForEver(CountDownLatch asking, CountDownLatch ended)
      throws InterruptedException {
    asking.countDown();
    try {
      new CountDownLatch(1).await();
      return "";
    } finally {
      ended.countDown();
    }
  }

  @Test
  void aBugIsNoReasonToAskNoMore() throws Exception {
    answers =
        _ -> {
          throw new IllegalStateException("a bug");
        };
    thread.turn();
    thread.rest();
    assertThat(questions).hasSize(1);

    thread.turn();
    thread.rest();
    assertThat(thread.isShutdown()).isFalse();
  }
}
