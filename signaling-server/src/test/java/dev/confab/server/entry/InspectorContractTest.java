package dev.confab.server.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.DisplayName;
import dev.confab.protocol.InvitationToken;
import dev.confab.protocol.RoomId;
import dev.confab.protocol.RoomPassword;
import dev.confab.server.room.Finding;
import dev.confab.server.room.Inspection;
import dev.confab.server.room.Inspector;
import dev.confab.server.room.Invitation;
import dev.confab.server.room.PasswordHash;
import dev.confab.server.room.PlainInspector;
import dev.confab.server.room.Right;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The inspector of the rooms' tests does what the real one does.
class InspectorContractTest {
  private static final RoomId TEA = new RoomId("tea");
  private static final Invitation INVITATION =
      new Invitation(TEA, new DisplayName("Ann"), Set.of(Right.OWNER));
  private static final String TOKEN = "token";

  @TempDir
  @SuppressWarnings("NullAway.Init") // by JUnit
  private Path folder;

  private String token = TOKEN;

  private Inspector inspector(boolean real) throws Exception {
    if (!real) {
      PlainInspector plain = new PlainInspector();
      plain.make(TOKEN, INVITATION);
      return plain;
    }
    Path key = Keys.secret(folder);
    InstantSource clock = InstantSource.fixed(Keys.NOW);
    token = InvitationMint.read(key).make(INVITATION, Keys.NOW.plusSeconds(1)).value();
    return new EntryInspector(new Invitations(InvitationKey.read(key), clock));
  }

  private static PasswordHash hash(Inspector inspector, String password) {
    Finding finding = inspector.inspect(new Inspection.OfNewPassword(new RoomPassword(password)));
    return ((Finding.Known) finding).hash();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aPasswordIsKnownByItsHash(boolean real) throws Exception {
    Inspector inspector = inspector(real);
    PasswordHash hash = hash(inspector, "secret");
    assertThat(inspector.inspect(of("secret", hash))).isEqualTo(new Finding.Known(hash));
    assertThat(inspector.inspect(of("Secret", hash))).isEqualTo(new Finding.Refuted());
  }

  private static Inspection of(String password, PasswordHash hash) {
    return new Inspection.OfPassword(new RoomPassword(password), hash);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void twoHashesOfOnePasswordAreNotEqual(boolean real) throws Exception {
    Inspector inspector = inspector(real);
    assertThat(hash(inspector, "secret")).isNotEqualTo(hash(inspector, "secret"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anInvitationIsKnownForItsRoomAlone(boolean real) throws Exception {
    Inspector inspector = inspector(real);
    assertThat(inspector.inspect(invitation(TEA, token)))
        .isEqualTo(new Finding.Invited(INVITATION));
    for (Inspection other :
        List.of(invitation(new RoomId("coffee"), token), invitation(TEA, "forged"))) {
      assertThat(inspector.inspect(other)).isEqualTo(new Finding.Refuted());
    }
  }

  private static Inspection invitation(RoomId room, String token) {
    return new Inspection.OfInvitation(room, new InvitationToken(token));
  }
}
