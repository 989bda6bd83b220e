package dev.confab.client.ui.members;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.CallObserver;
import dev.confab.client.call.CallSnapshot;
import dev.confab.client.call.ChatEntry;
import dev.confab.client.call.JoinRequest;
import dev.confab.client.call.Phase.InCall;
import dev.confab.client.call.RemotePeer.Link;
import dev.confab.client.call.ServerAddress;
import dev.confab.client.ui.FakeCall;
import dev.confab.client.ui.OwnMediaModel;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.InvalidValueException;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomId;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MembersViewModelTest implements CallObserver {
  private final FakeCall call = new FakeCall(this, Runnable::run);
  private final OwnMediaModel own = new OwnMediaModel(call);
  private final ObjectProperty<@Nullable PeerId> pinned = new SimpleObjectProperty<>();
  private final MembersViewModel model = new MembersViewModel(call, own, pinned, pinned::set);

  @BeforeEach
  void annaIsInTheRoomWithBea() throws InvalidValueException {
    call.join(
        new JoinRequest(
            ServerAddress.parse("localhost"), new RoomId("room"), new DisplayName("Anna"), false));
    call.serverAccepts();
    call.comes("Bea");
    call.link(Link.CONNECTED);
  }

  private MemberState member(int index) {
    return model.membersProperty().get().get(index);
  }

  @Test
  void oneselfIsFirstThenTheOthersAsTheyCame() {
    call.comes("Aaron");

    assertThat(model.membersProperty().get())
        .extracting(member -> member.name().value())
        .containsExactly("Anna", "Bea", "Aaron");
    assertThat(member(0).connection()).isEqualTo("You");
    assertThat(model.countProperty().getValue()).isEqualTo(3);
    assertThat(model.faceProperty().get().accessibleText())
        .isEqualTo("People, closed, 3 in the call");
  }

  @Test
  void onesOwnStateIsThatOfTheDevices() {
    call.setMicrophoneMuted(true);
    call.setCameraOff(true);
    call.raiseHand(true);

    assertThat(member(0).spoken()).isEqualTo("Anna, You, microphone off, camera off, hand raised");
  }

  @Test
  void theStateOfOthersIsWhatTheySayOfThemselves() {
    call.sends("Bea", false, true);
    call.raises("Bea", true);

    assertThat(member(1).spoken())
        .isEqualTo("Bea, Connected, microphone off, camera on, hand raised");
  }

  @Test
  void howItStandsWithTheConnectionIsSaidInWords() {
    call.link(Link.CONNECTING);
    assertThat(member(1).connection()).isEqualTo("Connecting…");
    call.link(Link.INTERRUPTED);
    assertThat(member(1).connection()).isEqualTo("Reconnecting…");
    call.link(Link.FAILED);
    assertThat(member(1).connection()).isEqualTo("No connection");
  }

  @Test
  void whoIsMutedHereIsHeardAgainTheNextTime() {
    model.toggleMute(member(1));
    assertThat(member(1).mutedHere()).isTrue();
    assertThat(member(1).microphone()).isTrue();

    model.toggleMute(member(1));
    assertThat(member(1).mutedHere()).isFalse();
  }

  @Test
  void oneCanNeitherMuteNorPinOneself() {
    model.toggleMute(member(0));
    model.togglePin(member(0));

    assertThat(member(0).mutedHere()).isFalse();
    assertThat(pinned.get()).isNull();
  }

  @Test
  void whoIsPinnedIsMarked() {
    model.togglePin(member(1));

    assertThat(member(1).pinned()).isTrue();
  }

  @Override
  public void onSnapshot(CallSnapshot snapshot) {
    own.show(snapshot);
    if (snapshot.phase() instanceof InCall phase) {
      model.show(phase);
    }
  }

  @Override
  public void onChat(ChatEntry entry) {}

  @Override
  public void onCallStarted() {}

  @Override
  public void onMicrophoneLevel(double level) {}
}
