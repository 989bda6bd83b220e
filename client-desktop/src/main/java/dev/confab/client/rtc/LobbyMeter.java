package dev.confab.client.rtc;

import dev.confab.client.call.MediaWish;
import dev.confab.client.call.MicrophoneChoice;
import java.util.function.DoubleConsumer;

/// Decides when [MicrophoneMeter] listens: a microphone is chosen and not muted, and nobody is
/// connected (then WebRTC has it). Call thread alone.
final class LobbyMeter {
  private final DeviceThread deviceThread;
  private final MicrophoneMeter meter;
  private final boolean possible;
  private MicrophoneChoice wanted = new MicrophoneChoice.None();
  private MicrophoneChoice running = new MicrophoneChoice.None();

  LobbyMeter(DeviceThread deviceThread, DoubleConsumer level, boolean possible) {
    this.deviceThread = deviceThread;
    this.meter = new MicrophoneMeter(level);
    this.possible = possible;
  }

  void want(MediaWish wish, boolean alone) {
    boolean listen =
        wish.microphone() instanceof MicrophoneChoice.Device && !wish.microphoneMuted();
    wanted = listen && possible ? wish.microphone() : new MicrophoneChoice.None();
    resume(alone);
  }

  void resume(boolean alone) {
    run(alone ? wanted : new MicrophoneChoice.None());
  }

  void pause() {
    run(new MicrophoneChoice.None());
  }

  private void run(MicrophoneChoice choice) {
    if (choice.equals(running)) {
      return;
    }
    running = choice;
    switch (choice) {
      case MicrophoneChoice.Device(String name) -> deviceThread.execute(() -> meter.start(name));
      case MicrophoneChoice.None none -> deviceThread.execute(meter::stop);
      case MicrophoneChoice.Tone tone -> deviceThread.execute(meter::stop);
      case MicrophoneChoice.Clip clip -> deviceThread.execute(meter::stop);
    }
  }
}
