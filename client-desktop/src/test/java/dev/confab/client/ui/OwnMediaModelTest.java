package dev.confab.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.call.CallObserver;
import dev.confab.client.call.CallSnapshot;
import dev.confab.client.call.CameraChoice;
import dev.confab.client.call.ChatEntry;
import dev.confab.client.call.DeviceProblem;
import dev.confab.client.call.Devices;
import dev.confab.client.ui.ControlFace.Look;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnMediaModelTest implements CallObserver {
  private final FakeCall call = new FakeCall(this, Runnable::run);
  private final OwnMediaModel model = new OwnMediaModel(call);

  @BeforeEach
  void start() {
    call.start();
  }

  @Test
  void itsListsHaveWhatIsPluggedInAndWhatNeedsNoDevice() {
    assertThat(labels(model.camera()))
        .containsExactly(
            "Automatic", "Integrated Camera", "Logitech BRIO", "Test picture", "No camera");
    assertThat(labels(model.microphone()))
        .containsExactly(
            "System default", "Built-in Microphone", "USB Headset", "Test tone", "No microphone");
    assertThat(labels(model.speaker()))
        .containsExactly("System default", "Built-in Speakers", "USB Headset", "No speaker");
  }

  @Test
  void whatIsChosenIsListedEvenWhenItIsNotPluggedIn() {
    choose(model.camera(), "Logitech BRIO");
    call.plugged(new Devices(List.of("Integrated Camera"), List.of(), List.of(), true));

    assertThat(labels(model.camera())).contains("Logitech BRIO (not plugged in)");
    assertThat(chosen(model.camera()).choice()).isEqualTo(new CameraChoice.Device("Logitech BRIO"));
  }

  @Test
  void choosingWhatIsChosenIsNoCommand() {
    choose(model.camera(), "Logitech BRIO");
    call.problems(new DeviceProblem.CameraBusy("Logitech BRIO"), null, null);
    model.camera().choose(chosen(model.camera()));
    model.camera().choose(null);

    assertThat(model.camera().problemProperty().get()).isNotNull();
  }

  @Test
  void whoListensToAListIsNotForgottenWithIt() {
    assertThat(model.camera().options()).isSameAs(model.camera().options());
  }

  @Test
  void mutingIsSeenAndHeardOf() {
    model.toggleMicrophone();
    call.level(0.5);

    ControlFace face = model.microphoneFaceProperty().get();
    assertThat(face.look()).isEqualTo(Look.OFF);
    assertThat(face.accessibleText()).isEqualTo("Microphone, muted");
    assertThat(face.tooltip()).isEqualTo("Unmute microphone (M)");
    assertThat(model.levelProperty().get()).isZero();
  }

  @Test
  void togglingTwiceIsAsBefore() {
    model.toggleMicrophone();
    model.toggleMicrophone();
    call.level(0.5);

    assertThat(model.microphoneFaceProperty().get().accessibleText()).isEqualTo("Microphone, on");
    assertThat(model.levelProperty().get()).isEqualTo(0.5);
  }

  @Test
  void aCameraThatIsOffShowsNoPictureAndSaysWhy() {
    assertThat(model.previewProperty().get()).isSameAs(call.preview());
    assertThat(model.noPreviewProperty().get()).isEmpty();

    model.toggleCamera();

    assertThat(model.previewProperty().get()).isNull();
    assertThat(model.noPreviewProperty().get()).isEqualTo("Your camera is off");
    assertThat(model.cameraFaceProperty().get().accessibleText()).isEqualTo("Camera, off");
  }

  @Test
  void aCameraInTroubleSaysWhy() {
    call.problems(new DeviceProblem.CameraUnplugged("Logitech BRIO"), null, null);

    assertThat(model.noPreviewProperty().get()).isEqualTo("Camera unplugged");
    assertThat(model.cameraFaceProperty().get().look()).isEqualTo(Look.TROUBLE);
  }

  @Test
  void aNoticeThatWasReadComesBackOnlyWhenItIsNews() {
    call.problems(new DeviceProblem.CameraUnplugged("Logitech BRIO"), null, null);
    model.camera().dismissNotice();
    call.start();
    assertThat(model.camera().noticeProperty().get()).isNull();
    assertThat(model.camera().problemProperty().get()).isNotNull();

    call.problems(new DeviceProblem.CameraBusy("Logitech BRIO"), null, null);
    assertThat(model.camera().noticeProperty().get()).isNotNull();
  }

  private static List<String> labels(DeviceModel<?> devices) {
    return devices.options().stream().map(DeviceOption::label).toList();
  }

  private static <C> void choose(DeviceModel<C> devices, String label) {
    devices.choose(
        devices.options().stream().filter(o -> o.label().equals(label)).findFirst().orElseThrow());
  }

  private static <C> DeviceOption<C> chosen(DeviceModel<C> devices) {
    return Objects.requireNonNull(devices.chosenProperty().get());
  }

  @Override
  public void onSnapshot(CallSnapshot snapshot) {
    model.show(snapshot);
  }

  @Override
  public void onChat(ChatEntry entry) {}

  @Override
  public void onCallStarted() {}

  @Override
  public void onMicrophoneLevel(double level) {
    model.showLevel(level);
  }
}
