package dev.confab.client.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.CallObserver;
import dev.confab.client.call.CallSnapshot;
import dev.confab.client.call.ChatEntry;
import dev.confab.client.call.ChatEntry.Delivery;
import dev.confab.client.call.Devices;
import dev.confab.client.call.Phase;
import dev.confab.client.ui.FakeCall;
import dev.confab.protocol.DisplayName;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class UiCallObserverTest implements CallObserver {
  private final Queue<Runnable> fxTasks = new ArrayDeque<>();
  private final UiCallObserver observer = new UiCallObserver(fxTasks::add);
  private final List<String> told = new ArrayList<>();

  private void runFxThread() {
    for (Runnable task = fxTasks.poll(); task != null; task = fxTasks.poll()) {
      task.run();
    }
  }

  private void tellDevices(int cameras) {
    FakeCall source = new FakeCall(observer, Runnable::run);
    source.plugged(
        new Devices(java.util.Collections.nCopies(cameras, "c"), List.of(), List.of(), true));
  }

  private static ChatEntry line(int number) {
    return new ChatEntry(
        number,
        false,
        new DisplayName("Martin"),
        Instant.EPOCH,
        "line " + number,
        Delivery.DELIVERED);
  }

  @Test
  void onlyTheNewestSnapshotIsShown() {
    observer.attach(this);
    for (int i = 1; i <= 50; i++) {
      tellDevices(i);
    }
    runFxThread();

    assertThat(told).containsExactly("snapshot 50");
  }

  @Test
  void onlyTheNewestLevelIsShownAndOnce() {
    observer.attach(this);
    observer.onMicrophoneLevel(0.1);
    observer.onMicrophoneLevel(0);
    runFxThread();
    tellDevices(1);
    runFxThread();

    assertThat(told).containsExactly("level 0.0", "snapshot 1");
  }

  @Test
  void howeverMuchComesOneTaskWaits() {
    observer.attach(this);
    for (int i = 1; i <= 50; i++) {
      tellDevices(i);
      observer.onChat(line(i));
      observer.onMicrophoneLevel(0.1);
    }

    assertThat(fxTasks).hasSize(1);
  }

  @Test
  void noLineOfChatIsLeftOutAndTheirOrderIsKept() {
    observer.attach(this);
    observer.onCallStarted();
    for (int i = 1; i <= 500; i++) {
      observer.onChat(line(i));
    }
    runFxThread();

    assertThat(told).hasSize(501).startsWith("started", "line 1", "line 2").endsWith("line 500");
  }

  @Test
  void aFloodOfLinesLeavesAsManyAsAChatKeeps() {
    observer.attach(this);
    observer.onCallStarted();
    for (int i = 1; i <= 100_000; i++) {
      observer.onChat(line(i));
    }
    runFxThread();

    assertThat(told).hasSize(1001).startsWith("started", "line 99001").endsWith("line 100000");
  }

  @Test
  void linesOfAnEarlierCallDoNotComeIntoTheNext() {
    observer.attach(this);
    observer.onCallStarted();
    observer.onChat(line(1));
    observer.onCallStarted();
    observer.onChat(line(2));
    runFxThread();

    assertThat(told).containsExactly("started", "line 2");
  }

  @Test
  void whatHappensBeforeTheWindowIsThereWaitsForIt() {
    tellDevices(1);
    observer.onChat(line(1));
    assertThat(fxTasks).isEmpty();

    observer.attach(this);
    runFxThread();

    assertThat(told).containsExactly("line 1", "snapshot 1");
  }

  @Override
  public void onSnapshot(CallSnapshot snapshot) {
    assertThat(snapshot.phase()).isInstanceOf(Phase.Lobby.class);
    told.add("snapshot " + snapshot.devices().cameras().size());
  }

  @Override
  public void onChat(ChatEntry entry) {
    told.add(entry.text());
  }

  @Override
  public void onCallStarted() {
    told.add("started");
  }

  @Override
  public void onMicrophoneLevel(double level) {
    told.add("level " + level);
  }
}
