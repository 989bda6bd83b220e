package dev.confab.server.room;

import dev.confab.protocol.RoomPassword;
import java.util.HashMap;
import java.util.Map;

/// Looks at passwords and invitations without any cryptography: a hash remembers its password, and
/// a token is genuine when it was made here. `InspectorContract` holds it to what the real one
/// does.
public final class PlainInspector implements Inspector {
  private final Map<String, Invitation> made = new HashMap<>();

  /// From now on, this token is that invitation.
  public void make(String token, Invitation invitation) {
    made.put(token, invitation);
  }

  @Override
  public Finding inspect(Inspection inspection) {
    return switch (inspection) {
      case Inspection.OfInvitation(var room, var token) -> {
        Invitation invitation = made.get(token.value());
        yield invitation != null && invitation.room().equals(room)
            ? new Finding.Invited(invitation)
            : new Finding.Refuted();
      }
      case Inspection.OfPassword(var password, var hash) ->
          hash.isOf(password) ? new Finding.Known(hash) : new Finding.Refuted();
      case Inspection.OfNewPassword(var password) -> new Finding.Known(new PlainHash(password));
    };
  }

  private static final class PlainHash implements PasswordHash {
    private final RoomPassword password;

    PlainHash(RoomPassword password) {
      this.password = password;
    }

    @Override
    public boolean isOf(RoomPassword other) {
      return password.equals(other);
    }
  }
}
