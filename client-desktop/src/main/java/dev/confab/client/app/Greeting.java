package dev.confab.client.app;

import dev.confab.client.call.CallObserver;
import dev.confab.client.call.CallSnapshot;
import dev.confab.client.call.ChatEntry;
import java.util.function.Consumer;

/// Writes one line of chat at the beginning of each call; it waits until there is somebody to read
/// it.
record Greeting(String text, Consumer<String> write) implements CallObserver {
  @Override
  public void onCallStarted() {
    write.accept(text);
  }

  @Override
  public void onSnapshot(CallSnapshot snapshot) {}

  @Override
  public void onChat(ChatEntry entry) {}

  @Override
  public void onMicrophoneLevel(double level) {}
}
