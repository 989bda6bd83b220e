package dev.confab.client.ui;

import dev.confab.client.call.CameraChoice;
import dev.confab.client.call.Devices;
import dev.confab.client.call.MicrophoneChoice;
import dev.confab.client.call.SpeakerChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What can be chosen, given what is plugged in and what is chosen now: the present choice is
/// always among it, be the device there or not.
final class DeviceOptions {
  private static final int MAX_NAME = 80;

  private DeviceOptions() {}

  static List<DeviceOption<CameraChoice>> cameras(Devices devices, CameraChoice chosen) {
    var options =
        plugged(devices.cameras(), "device.automatic", CameraChoice.ANY, CameraChoice.Device::new);
    options.add(option(new CameraChoice.Pattern(), "device.test-picture"));
    options.add(option(new CameraChoice.None(), "device.no-camera"));
    switch (chosen) {
      case CameraChoice.Device device -> addMissing(options, device, device.name());
      case CameraChoice.Clip clip -> options.add(clip(clip, clip.file()));
      case CameraChoice.Pattern _, CameraChoice.None _ -> {}
    }
    return List.copyOf(options);
  }

  static List<DeviceOption<MicrophoneChoice>> microphones(
      Devices devices, MicrophoneChoice chosen) {
    var options =
        plugged(
            devices.microphones(),
            "device.default",
            MicrophoneChoice.ANY,
            MicrophoneChoice.Device::new);
    options.add(option(new MicrophoneChoice.Tone(), "device.test-tone"));
    options.add(option(new MicrophoneChoice.None(), "device.no-microphone"));
    switch (chosen) {
      case MicrophoneChoice.Device device -> addMissing(options, device, device.name());
      case MicrophoneChoice.Clip clip -> options.add(clip(clip, clip.file()));
      case MicrophoneChoice.Tone _, MicrophoneChoice.None _ -> {}
    }
    return List.copyOf(options);
  }

  static List<DeviceOption<SpeakerChoice>> speakers(Devices devices, SpeakerChoice chosen) {
    var options =
        plugged(devices.speakers(), "device.default", SpeakerChoice.ANY, SpeakerChoice.Device::new);
    options.add(option(new SpeakerChoice.None(), "device.no-speaker"));
    if (chosen instanceof SpeakerChoice.Device device) {
      addMissing(options, device, device.name());
    }
    return List.copyOf(options);
  }

  private static <C> List<DeviceOption<C>> plugged(
      List<String> names, String anyKey, C any, Function<String, C> choice) {
    List<DeviceOption<C>> options = new ArrayList<>();
    options.add(option(any, anyKey));
    names.stream()
        .distinct()
        .map(name -> new DeviceOption<>(choice.apply(name), ShownText.line(name, MAX_NAME)))
        .forEach(options::add);
    return options;
  }

  private static <C> void addMissing(List<DeviceOption<C>> options, C chosen, String name) {
    if (options.stream().noneMatch(option -> option.choice().equals(chosen))) {
      String label = Texts.of("device.missing", ShownText.line(name, MAX_NAME));
      options.add(new DeviceOption<>(chosen, label));
    }
  }

  private static <C> DeviceOption<C> option(C choice, String key) {
    return new DeviceOption<>(choice, Texts.of(key));
  }

  private static <C> DeviceOption<C> clip(C choice, Path file) {
    String name = ShownText.line(String.valueOf(file.getFileName()), MAX_NAME);
    return new DeviceOption<>(choice, Texts.of("device.clip", name));
  }
}
