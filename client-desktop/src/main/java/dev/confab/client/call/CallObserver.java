package dev.confab.client.call;

/// Who is told what happens. Called on the call thread; must return at once and must not call back
/// into the engine but through [Call].
public interface CallObserver {
  /// The newest state; an older one is of no further use.
  void onSnapshot(CallSnapshot snapshot);

  /// A new or changed line of chat. None is ever left out.
  void onChat(ChatEntry entry);

  /// A call has begun; what an earlier one had in its chat log is gone.
  void onCallStarted();

  /// How loud the own microphone is, 0 to 1, about ten times a second while it is open.
  void onMicrophoneLevel(double level);
}
