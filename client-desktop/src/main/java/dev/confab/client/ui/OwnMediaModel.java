package dev.confab.client.ui;

import dev.confab.client.call.Call;
import dev.confab.client.call.CallSnapshot;
import dev.confab.client.call.CameraChoice;
import dev.confab.client.call.LocalMedia;
import dev.confab.client.call.MediaWish;
import dev.confab.client.call.MicrophoneChoice;
import dev.confab.client.call.SpeakerChoice;
import dev.confab.client.media.LatestFrame;
import dev.confab.client.ui.ControlFace.Look;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One's own devices, as the lobby and the call show them: lists, the two toggles, the preview, the
/// level of the microphone.
public final class OwnMediaModel {
  private final Call call;
  private final DeviceModel<CameraChoice> camera;
  private final DeviceModel<MicrophoneChoice> microphone;
  private final DeviceModel<SpeakerChoice> speaker;
  private final ReadOnlyObjectWrapper<@Nullable LatestFrame> preview =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper noPreview = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper microphoneMuted = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper cameraOff = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<ControlFace> microphoneFace =
      new ReadOnlyObjectWrapper<>(microphoneFace(false, false));
  private final ReadOnlyObjectWrapper<ControlFace> cameraFace =
      new ReadOnlyObjectWrapper<>(cameraFace(false, false));
  private final ReadOnlyDoubleWrapper level = new ReadOnlyDoubleWrapper();
  private MediaWish wish = MediaWish.DEFAULT;

  public OwnMediaModel(Call call) {
    this.call = call;
    camera = new DeviceModel<>(call::chooseCamera);
    microphone = new DeviceModel<>(call::chooseMicrophone);
    speaker = new DeviceModel<>(call::chooseSpeaker);
  }

  public void show(CallSnapshot snapshot) {
    LocalMedia local = snapshot.local();
    wish = local.wish();
    camera.show(
        DeviceOptions.cameras(snapshot.devices(), local.camera()),
        local.camera(),
        local.cameraProblem());
    microphone.show(
        DeviceOptions.microphones(snapshot.devices(), local.microphone()),
        local.microphone(),
        local.microphoneProblem());
    speaker.show(
        DeviceOptions.speakers(snapshot.devices(), local.speaker()),
        local.speaker(),
        local.speakerProblem());
    boolean silent = local.microphoneMuted() || local.microphone() instanceof MicrophoneChoice.None;
    microphoneMuted.set(local.microphoneMuted());
    cameraOff.set(local.cameraOff());
    preview.set(local.cameraRunning() ? local.preview() : null);
    noPreview.set(noPreview(local));
    microphoneFace.set(microphoneFace(local.microphoneMuted(), local.microphoneProblem() != null));
    cameraFace.set(cameraFace(local.cameraOff(), local.cameraProblem() != null));
    if (silent) {
      level.set(0);
    }
  }

  /// 0 to 1.
  public void showLevel(double newLevel) {
    level.set(microphoneMuted.get() ? 0 : newLevel);
  }

  private static String noPreview(LocalMedia local) {
    if (local.cameraRunning()) {
      return "";
    }
    if (local.cameraOff()) {
      return Texts.of("preview.off");
    }
    if (local.cameraProblem() != null) {
      return Advice.of(local.cameraProblem()).title();
    }
    return Texts.of(
        local.camera() instanceof CameraChoice.None ? "preview.none" : "preview.starting");
  }

  private static ControlFace microphoneFace(boolean muted, boolean trouble) {
    if (muted) {
      return ControlFace.of(Feather.MIC_OFF, "microphone.muted", Look.OFF);
    }
    return trouble
        ? ControlFace.of(Feather.MIC_OFF, "microphone.trouble", Look.TROUBLE)
        : ControlFace.of(Feather.MIC, "microphone.on", Look.PLAIN);
  }

  private static ControlFace cameraFace(boolean off, boolean trouble) {
    if (off) {
      return ControlFace.of(Feather.VIDEO_OFF, "camera.off", Look.OFF);
    }
    return trouble
        ? ControlFace.of(Feather.VIDEO_OFF, "camera.trouble", Look.TROUBLE)
        : ControlFace.of(Feather.VIDEO, "camera.on", Look.PLAIN);
  }

  /// Turns what is shown into its opposite.
  public void toggleMicrophone() {
    call.setMicrophoneMuted(!microphoneMuted.get());
  }

  public void toggleCamera() {
    call.setCameraOff(!cameraOff.get());
  }

  public void nextCamera() {
    call.nextCamera();
  }

  public DeviceModel<CameraChoice> camera() {
    return camera;
  }

  public DeviceModel<MicrophoneChoice> microphone() {
    return microphone;
  }

  public DeviceModel<SpeakerChoice> speaker() {
    return speaker;
  }

  /// What is chosen now.
  public MediaWish wish() {
    return wish;
  }

  /// The own picture; null while the camera does not run.
  public ReadOnlyObjectProperty<@Nullable LatestFrame> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  /// Why there is no picture, in a few words; empty while there is one.
  public ReadOnlyStringProperty noPreviewProperty() {
    return noPreview.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty microphoneMutedProperty() {
    return microphoneMuted.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<ControlFace> microphoneFaceProperty() {
    return microphoneFace.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<ControlFace> cameraFaceProperty() {
    return cameraFace.getReadOnlyProperty();
  }

  public ReadOnlyDoubleProperty levelProperty() {
    return level.getReadOnlyProperty();
  }
}
