package dev.confab.client.app;

import dev.confab.client.call.CallObserver;
import dev.confab.client.call.CallSnapshot;
import dev.confab.client.call.ChatEntry;
import java.util.List;

/// Tells several what happens, in their order.
public record Observers(List<CallObserver> observers) implements CallObserver {
  public Observers {
    observers = List.copyOf(observers);
  }

  @Override
  public void onSnapshot(CallSnapshot snapshot) {
    observers.forEach(observer -> observer.onSnapshot(snapshot));
  }

  @Override
  public void onChat(ChatEntry entry) {
    observers.forEach(observer -> observer.onChat(entry));
  }

  @Override
  public void onCallStarted() {
    observers.forEach(CallObserver::onCallStarted);
  }

  @Override
  public void onMicrophoneLevel(double level) {
    observers.forEach(observer -> observer.onMicrophoneLevel(level));
  }
}
