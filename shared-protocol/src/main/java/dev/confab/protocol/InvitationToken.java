package dev.confab.protocol;

/// What someone was sent to come into a room with: 1 to 2048 characters, whose form is for the
/// server alone to judge.
public record InvitationToken(String value) {
  public static final int MAX_LENGTH = 2048;

  public InvitationToken {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an invitation");
    }
  }

  /// Reads an invitation from outside.
  public static InvitationToken parse(String value) throws InvalidValueException {
    if (!isValid(value)) {
      throw new InvalidValueException("An invitation has 1 to " + MAX_LENGTH + " characters.");
    }
    return new InvitationToken(value);
  }

  private static boolean isValid(String value) {
    return !value.isEmpty() && value.length() <= MAX_LENGTH;
  }

  /// Never the secret itself: it must not get into a log.
  @Override
  public String toString() {
    return "InvitationToken";
  }
}
