package dev.confab.client.ui.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.CallObserver;
import dev.confab.client.call.CallSnapshot;
import dev.confab.client.call.ChatEntry;
import dev.confab.client.call.JoinRequest;
import dev.confab.client.call.Phase.InCall;
import dev.confab.client.call.RemotePeer;
import dev.confab.client.call.ServerAddress;
import dev.confab.client.settings.Settings;
import dev.confab.client.settings.Settings.Layout;
import dev.confab.client.settings.Settings.OwnPicture;
import dev.confab.client.settings.Settings.Screen;
import dev.confab.client.settings.SettingsFile;
import dev.confab.client.settings.SettingsStore;
import dev.confab.client.ui.FakeCall;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.InvalidValueException;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomId;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StageModelTest implements CallObserver {
  private final FakeCall call = new FakeCall(this, Runnable::run);
  private final SettingsStore settings =
      new SettingsStore(new SettingsFile(Path.of("unused")), Settings.DEFAULTS, _ -> {});
  private final StageModel model = new StageModel(call, settings);

  @SuppressWarnings("NullAway.Init") // by the first snapshot
  private InCall phase;

  @BeforeEach
  void threeOthersAreHere() throws InvalidValueException {
    call.join(
        new JoinRequest(
            ServerAddress.parse("localhost"), new RoomId("room"), new DisplayName("Anna"), false));
    call.serverAccepts();
    call.comes("Bea");
    call.comes("Carl");
    call.comes("Dora");
  }

  private PeerId peer(String name) {
    return phase.others().stream()
        .filter(other -> other.name().value().equals(name))
        .map(RemotePeer::peer)
        .findFirst()
        .orElseThrow();
  }

  private @Nullable PeerId large() {
    return model.largeProperty().get();
  }

  @Test
  void inTheGridNobodyIsLarge() {
    call.speaks("Carl");

    assertThat(large()).isNull();
  }

  @Test
  void inTheLayoutForItTheSpeakerIsLarge() {
    model.choose(Layout.SPEAKER);
    assertThat(large()).isEqualTo(peer("Bea")); // nobody has spoken yet

    call.speaks("Carl");
    assertThat(large()).isEqualTo(peer("Carl"));
    call.speaks("Dora");
    assertThat(large()).isEqualTo(peer("Dora"));
  }

  @Test
  void whenTheSpeakerLeavesAnotherIsLarge() {
    model.choose(Layout.SPEAKER);
    call.speaks("Carl");

    call.leaves("Carl");

    assertThat(large()).isEqualTo(peer("Bea"));
  }

  @Test
  void thePinnedOneIsLargeWhoeverSpeaks() {
    model.choose(Layout.SPEAKER);
    model.togglePin(peer("Dora"));

    call.speaks("Carl");

    assertThat(large()).isEqualTo(peer("Dora"));
    model.togglePin(peer("Dora"));
    assertThat(large()).isEqualTo(peer("Carl"));
  }

  @Test
  void anotherPinTakesTheFirstOnesPlace() {
    model.togglePin(peer("Dora"));
    model.togglePin(peer("Bea"));

    assertThat(large()).isEqualTo(peer("Bea"));
  }

  @Test
  void whoLeavesIsPinnedNoMore() {
    PeerId dora = peer("Dora");
    model.togglePin(dora);

    call.leaves("Dora");

    assertThat(large()).isNull();
    model.togglePin(dora);
    assertThat(model.pinnedProperty().get()).isNull();
  }

  @Test
  void theKeyForTheLayoutGoesBackAndForthAndTakesAPinAway() {
    model.nextLayout();
    assertThat(model.screenProperty().get().layout()).isEqualTo(Layout.SPEAKER);
    model.nextLayout();
    assertThat(model.screenProperty().get().layout()).isEqualTo(Layout.GRID);

    model.togglePin(peer("Bea"));
    model.nextLayout();

    assertThat(large()).isNull();
    assertThat(model.screenProperty().get().layout()).isEqualTo(Layout.GRID);
  }

  @Test
  void whatIsChosenIsRemembered() {
    model.choose(Layout.SPEAKER);
    model.choose(OwnPicture.HIDDEN);

    assertThat(settings.current().screen())
        .isEqualTo(new Screen(Layout.SPEAKER, OwnPicture.HIDDEN));
    StageModel next = new StageModel(call, settings);
    assertThat(next.screenProperty().get())
        .isEqualTo(new Screen(Layout.SPEAKER, OwnPicture.HIDDEN));
  }

  @Test
  void whomOneDoesNotHearIsNotShownAsSpeaking() {
    call.speaks("Bea");
    assertThat(model.othersProperty().get().getFirst().speaking()).isTrue();

    call.mutePeer(peer("Bea"), true);

    assertThat(model.othersProperty().get().getFirst().speaking()).isFalse();
  }

  @Override
  public void onSnapshot(CallSnapshot snapshot) {
    if (snapshot.phase() instanceof InCall now) {
      phase = now;
      model.show(now);
    }
  }

  @Override
  public void onChat(ChatEntry entry) {}

  @Override
  public void onCallStarted() {}

  @Override
  public void onMicrophoneLevel(double level) {}
}
