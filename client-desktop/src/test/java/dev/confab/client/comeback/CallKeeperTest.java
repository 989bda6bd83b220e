package dev.confab.client.comeback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.CallFailure;
import dev.confab.client.call.CallSnapshot;
import dev.confab.client.call.Devices;
import dev.confab.client.call.LocalMedia;
import dev.confab.client.call.MediaWish;
import dev.confab.client.call.Phase;
import dev.confab.client.call.ServerAddress;
import dev.confab.client.call.Signaling;
import dev.confab.client.call.WayBack;
import dev.confab.client.media.LatestFrame;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.Limits;
import dev.confab.protocol.ResumeToken;
import dev.confab.protocol.ServerMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallKeeperTest implements Signaling, Signaling.Listener {
  private static final Run SELF = new Run(7, Calls.NOON);

  @TempDir private Path folder;
  private final ScheduledThreadPoolExecutor disk = new ScheduledThreadPoolExecutor(1);
  private final LatestFrame preview = new LatestFrame();
  private SavedCalls calls;
  private CallKeeper keeper;
  private @Nullable Listener server;

  @BeforeEach
  void open() {
    calls = new SavedCalls(folder, Clock.fixed(Calls.NOON, ZoneOffset.UTC), _ -> false);
    keeper = new CallKeeper(calls, this, disk, SELF);
  }

  @AfterEach
  void end() {
    disk.shutdownNow();
  }

  // --- the engine's side ------------------------------------------------------------------------

  private void connects(@Nullable ResumeToken ticket) {
    keeper.signaling().connect(Calls.REQUEST.server(), Calls.REQUEST.name(), ticket, this);
  }

  private void shows(Phase phase, MediaWish wish) {
    LocalMedia local =
        new LocalMedia(
            wish.camera(),
            wish.cameraOff(),
            false,
            null,
            preview,
            wish.microphone(),
            wish.microphoneMuted(),
            null,
            wish.speaker(),
            null);
    keeper.onSnapshot(new CallSnapshot(phase, local, Devices.NONE));
  }

  private static Phase inCall() {
    return new Phase.InCall(Calls.REQUEST, Phase.ServerLink.UP, List.of(), null, false);
  }

  private void welcomes(char token, long seq) {
    Objects.requireNonNull(server)
        .onSession(
            new ServerMessage.Welcome(
                seq, 1, 1, "s", Calls.ticket(token), false, 1, List.of(), Limits.DEFAULT));
  }

  private void inACall() {
    connects(null);
    shows(new Phase.Joining(Calls.REQUEST), Calls.MEDIA);
    welcomes('a', 1);
    shows(inCall(), Calls.MEDIA);
  }

  private @Nullable WayBack kept() throws Exception {
    disk.submit(() -> {}).get();
    return calls.newest().orElse(null);
  }

  private static WayBack wayBack(char token) {
    return new WayBack(Calls.REQUEST, Calls.MEDIA, Calls.ticket(token));
  }

  // --- what is kept -----------------------------------------------------------------------------

  @Test
  void beforeThereIsASessionThereIsNothingToComeBackTo() throws Exception {
    connects(null);
    shows(new Phase.Joining(Calls.REQUEST), Calls.MEDIA);
    assertThat(kept()).isNull();
  }

  @Test
  void inACallTheWayBackIsKept() throws Exception {
    inACall();
    assertThat(kept()).isEqualTo(wayBack('a'));
  }

  @Test
  void theNewestTokenIsKept() throws Exception {
    inACall();
    welcomes('b', 5);
    assertThat(kept()).isEqualTo(wayBack('b'));
  }

  @Test
  void muteAndDevicesAreKeptAsTheyAre() throws Exception {
    inACall();
    MediaWish loud = Calls.MEDIA.withMicrophoneMuted(false);
    shows(inCall(), loud);
    assertThat(Objects.requireNonNull(kept()).media()).isEqualTo(loud);
  }

  @Test
  void whoHangsUpLeavesNothing() throws Exception {
    inACall();
    keeper.signaling().close();
    shows(new Phase.Lobby(null), Calls.MEDIA);
    assertThat(kept()).isNull();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aCallThatFailedLeavesNothing() throws Exception {
    inACall();
    shows(new Phase.Lobby(new CallFailure.Replaced()), Calls.MEDIA);
    assertThat(kept()).isNull();
  }

  @Test
  void aProgramThatEndsInOrderLeavesNothingWhateverComesLate() throws Exception {
    inACall();
    keeper.close();
    welcomes('b', 5);
    shows(inCall(), MediaWish.DEFAULT);
    assertThat(disk.isTerminated()).isTrue();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theWayThatIsTakenBecomesOnesOwn() throws Exception {
    SavedCall left = Calls.saved(6, 'z', 0);
    calls.fileOf(left.run()).write(left.toBytes());

    connects(left.wayBack().ticket());
    shows(new Phase.Joining(Calls.REQUEST), Calls.MEDIA);

    assertThat(kept()).isEqualTo(left.wayBack());
    assertThat(calls.fileOf(left.run()).path()).doesNotExist();
    assertThat(calls.fileOf(SELF).path()).exists();
  }

  @Test
  void aSessionThatIsOverChangesNothingAnyMore() throws Exception {
    inACall();
    Listener old = Objects.requireNonNull(server);
    keeper.signaling().close();
    connects(null);
    old.onMessage(new ServerMessage.Done(99, 2));
    welcomes('b', 1);
    assertThat(kept()).isEqualTo(wayBack('b'));
  }

  @Test
  void aFolderThatCannotBeMadeDisturbsNobody() throws Exception {
    Path file = folder.resolve("file");
    Files.createFile(file);
    calls = new SavedCalls(file, Clock.systemUTC(), _ -> false);
    keeper = new CallKeeper(calls, this, disk, SELF);
    inACall();
    assertThat(kept()).isNull();
    keeper.close();
  }

  // --- the signaling below ----------------------------------------------------------------------

  @Override
  public void connect(
      ServerAddress address, DisplayName name, @Nullable ResumeToken ticket, Listener listener) {
    server = listener;
  }

  @Override
  public long send(Request request) {
    return 0;
  }

  @Override
  public void renew() {}

  @Override
  public void close() {}

  @Override
  public void onSession(ServerMessage.Welcome welcome) {}

  @Override
  public void onMessage(ServerMessage message) {}

  @Override
  public void onInterrupted() {}

  @Override
  public void onEnded(CallFailure failure) {}
}
