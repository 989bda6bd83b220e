package dev.confab.protocol;

/// What a member sends at the moment: `false` is muted, or camera off.
public record MediaState(boolean microphone, boolean camera) {
  public static final MediaState NOTHING = new MediaState(false, false);
}
