package dev.confab.protocol;

/// What a member sends at the moment (`false` is muted, or camera off), and whether they have
/// raised their hand.
public record MediaState(boolean microphone, boolean camera, boolean hand) {
  public static final MediaState NOTHING = new MediaState(false, false);

  /// With the hand down.
  public MediaState(boolean microphone, boolean camera) {
    this(microphone, camera, false);
  }
}
