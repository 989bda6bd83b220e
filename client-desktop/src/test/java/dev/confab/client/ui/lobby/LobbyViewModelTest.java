package dev.confab.client.ui.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.CallFailure;
import dev.confab.client.call.CallObserver;
import dev.confab.client.call.CallSnapshot;
import dev.confab.client.call.ChatEntry;
import dev.confab.client.call.ConfabLink;
import dev.confab.client.call.JoinRequest;
import dev.confab.client.call.MediaWish;
import dev.confab.client.call.Phase;
import dev.confab.client.call.ServerAddress;
import dev.confab.client.call.WayBack;
import dev.confab.client.settings.Settings;
import dev.confab.client.settings.SettingsFile;
import dev.confab.client.settings.SettingsStore;
import dev.confab.client.ui.FakeCall;
import dev.confab.client.ui.OwnMediaModel;
import dev.confab.protocol.DisplayName;
import dev.confab.protocol.InvalidValueException;
import dev.confab.protocol.ResumeToken;
import dev.confab.protocol.RoomId;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LobbyViewModelTest implements CallObserver {
  private final FakeCall call = new FakeCall(this, Runnable::run);
  private final SettingsStore settings =
      new SettingsStore(new SettingsFile(Path.of("unused")), Settings.DEFAULTS, _ -> {});
  private final LobbyViewModel model = model(new LobbyDefaults("", "", "", false));
  private Phase phase = new Phase.Lobby(null);

  private LobbyViewModel model(LobbyDefaults defaults) {
    return new LobbyViewModel(call, new OwnMediaModel(call), settings, defaults);
  }

  private void type(String name, String room, String server) {
    model.nameProperty().set(name);
    model.roomProperty().set(room);
    model.serverProperty().set(server);
  }

  @ParameterizedTest
  @CsvSource({
    "'', r, localhost, Type your name to join.",
    "Anna, '', localhost, 'Type a room to join, or paste a link.'",
    "Anna, r, '', Type the server’s address to join.",
    "Anna, !!, localhost, Check the room’s name to join.",
    "Anna, r, not an address, Check the server’s address to join.",
    "Anna, r, localhost, ''",
    "Anna, confab://talk.example.org/r, '', ''",
  })
  void itSaysWhyOneCannotJoinYet(String name, String room, String server, String reason) {
    type(name, room, server);

    assertThat(model.notReadyProperty().get()).isEqualTo(reason);
  }

  @Test
  void aNameThatIsTooLongIsToldAtOnce() {
    type("x".repeat(65), "r", "localhost");

    assertThat(model.nameErrorProperty().get()).contains("at most 64");
    assertThat(model.notReadyProperty().get()).isEqualTo("Check your name to join.");
  }

  @Test
  void whatIsEmptyIsNoMistakeYet() {
    type("", "", "");

    assertThat(model.nameErrorProperty().get()).isEmpty();
    assertThat(model.roomErrorProperty().get()).isEmpty();
    assertThat(model.serverErrorProperty().get()).isEmpty();
  }

  @Test
  void theRoomsNameIsToldBeforeItIsUsed() {
    type("Anna", "Anna's Room", "localhost");
    assertThat(model.roomHintProperty().get()).isEqualTo("The room will be called annas-room");

    model.tidy();

    assertThat(model.roomProperty().get()).isEqualTo("annas-room");
    assertThat(model.roomHintProperty().get()).isEmpty();
  }

  @Test
  void aLinkFillsTheRoomAndTheServer() {
    type("Anna", "", "elsewhere.example.org");

    assertThat(model.takeLink("https://talk.example.org:8443/annas-room#s3cret")).isTrue();

    assertThat(model.roomProperty().get()).isEqualTo("annas-room");
    assertThat(model.serverProperty().get()).isEqualTo("talk.example.org:8443");
  }

  @Test
  void aLinkToAPlainServerStaysPlain() {
    model.takeLink("confab://192.0.2.7:8443/r?insecure");

    assertThat(model.serverProperty().get()).isEqualTo("ws://192.0.2.7:8443");
  }

  @Test
  void whetherTheAddressIsHiddenGoesAlongAndIsRemembered() {
    type("Anna", "r", "localhost");
    model.addressHiddenProperty().set(true);

    model.join();

    assertThat(joining().addressHidden()).isTrue();
    assertThat(settings.current().lobby().addressHidden()).isTrue();
  }

  @Test
  void whatIsRememberedOfTheAddressIsShownAndALinkDoesNotChangeIt() {
    LobbyDefaults defaults = new LobbyDefaults("Anna", "r", "localhost", true);
    LobbyViewModel again = model(defaults);

    again.takeLink("confab://talk.example.org/r2");

    assertThat(again.addressHiddenProperty().get()).isTrue();
  }

  @Test
  void aTypedLinkIsReadWhenOneJoins() {
    type("Anna", "confab://talk.example.org/r", "");

    model.join();

    assertThat(joining().room()).isEqualTo(new RoomId("r"));
    assertThat(joining().server()).hasToString("wss://talk.example.org");
  }

  @Test
  void joiningGoesWhereTheFieldsSayAndIsRemembered() {
    type(" Anna ", "Anna's Room", "localhost:8443");

    model.join();

    assertThat(joining().name().value()).isEqualTo("Anna");
    assertThat(joining().room().value()).isEqualTo("annas-room");
    assertThat(joining().server()).hasToString("ws://localhost:8443");
    assertThat(settings.current().lobby())
        .isEqualTo(new Settings.Lobby(" Anna ", "annas-room", "localhost:8443", false));
    assertThat(model.joiningProperty().get()).isEqualTo("Joining annas-room…");
  }

  @Test
  void oneCannotJoinTwice() {
    type("Anna", "r", "localhost");
    model.join();
    model.join();

    assertThat(call.commands()).containsExactly("join");
  }

  @Test
  void whatIsMissingIsNotJoined() {
    type("Anna", "", "localhost");
    model.join();

    assertThat(call.commands()).isEmpty();
  }

  @Test
  void joiningCanBeGivenUp() {
    type("Anna", "r", "localhost");
    model.join();
    model.cancel();

    assertThat(phase).isEqualTo(new Phase.Lobby(null));
    assertThat(model.joiningProperty().get()).isEmpty();
  }

  @Test
  void aFailureIsShownUntilItWasRead() {
    call.fails(new CallFailure.RoomFull(new RoomId("r")));
    assertThat(model.failureProperty().get()).isNotNull();

    model.dismissFailure();

    assertThat(model.failureProperty().get()).isNull();
  }

  @Test
  void itOpensWithWhatTheLinkOfTheCommandLineSays() throws InvalidValueException {
    LobbyDefaults defaults =
        new LobbyDefaults("Anna", "old", "old.example.org", false)
            .with(ConfabLink.parse("confab://talk.example.org/r?insecure"));

    LobbyViewModel opened = model(defaults);

    assertThat(opened.roomProperty().get()).isEqualTo("r");
    assertThat(opened.serverProperty().get()).isEqualTo("ws://talk.example.org");
    assertThat(opened.notReadyProperty().get()).isEmpty();
  }

  private WayBack left(String room) throws InvalidValueException {
    return new WayBack(
        new JoinRequest(
            ServerAddress.parse("localhost"), new RoomId(room), new DisplayName("Anna"), false),
        MediaWish.DEFAULT,
        new ResumeToken("t".repeat(43)));
  }

  @Test
  void theWayBackIsTakenOnce() throws InvalidValueException {
    model.offer(left("garden"));
    model.goBack();

    assertThat(joining().room()).isEqualTo(new RoomId("garden"));
    assertThat(call.commands()).containsExactly("come back");
    assertThat(model.wayBackProperty().get()).isNull();
  }

  @Test
  void whoTypesThePlaceThatTheyHadHasItStill() throws InvalidValueException {
    model.offer(left("garden"));
    type("Anna", "garden", "localhost");
    model.join();

    assertThat(call.commands()).containsExactly("come back");
  }

  @Test
  void whoGoesElsewhereGoesAsANewcomerAndTheOfferIsGone() throws InvalidValueException {
    model.offer(left("garden"));
    type("Anna", "kitchen", "localhost");
    model.join();
    model.cancel();

    assertThat(call.commands()).containsExactly("join", "leave");
    assertThat(model.wayBackProperty().get()).isNull();
  }

  @Test
  void anOfferThatIsDeclinedIsNotTaken() throws InvalidValueException {
    model.offer(left("garden"));
    model.dismissOffer();
    model.goBack();

    assertThat(call.commands()).isEmpty();
  }

  private JoinRequest joining() {
    return ((Phase.Joining) phase).request();
  }

  @Override
  public void onSnapshot(CallSnapshot snapshot) {
    phase = snapshot.phase();
    model.show(phase);
  }

  @Override
  public void onChat(ChatEntry entry) {}

  @Override
  public void onCallStarted() {}

  @Override
  public void onMicrophoneLevel(double level) {}
}
