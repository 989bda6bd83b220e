package dev.confab.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.RoomId;
import dev.confab.server.entry.InvitationMint;
import dev.confab.server.room.Invitation;
import dev.confab.server.room.Right;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;

final class ForgedInvitations implements Attack {
  @Override
  public String what() {
    return "invitations without a signature, with that of another key, out of date or for another room let nobody in";
  }

  @Override
  public void run(Siege siege) throws Exception {
    List<String> forged = forged();
    Siege.together(
        forged.size(),
        i -> {
          try (Foe foe = Foe.guest(siege.server(), siege.address(i), "Forger")) {
            int looked = 0;
            while (siege.goesOn()) {
              foe.join("invited", ",\"invitation\":\"%s\"".formatted(forged.get(i)));
              String answer = foe.answer();
              assertThat(answer).containsAnyOf("bad-invitation", "too-many-guesses", "too-fast");
              looked += answer.contains("bad-invitation") ? 1 : 0;
              Thread.sleep(520);
            }
            assertThat(looked).as("those that were looked at").isLessThanOrEqualTo(11);
          }
        });
  }

  private static List<String> forged() throws Exception {
    Path folder = Files.createTempDirectory("confab-attack-");
    Path right = Files.writeString(folder.resolve("right"), Fortress.INVITATION_SECRET);
    Path wrong = Files.writeString(folder.resolve("wrong"), "another secret of thirty-two bytes");
    Instant now = Instant.now();
    try {
      String genuine = token(right, "elsewhere", now.plusSeconds(600));
      String stolen = genuine.substring(genuine.lastIndexOf('.'));
      return List.of(
          genuine,
          token(right, "invited", now.minusSeconds(5)),
          token(wrong, "invited", now.plusSeconds(600)),
          part("{\"alg\":\"none\"}") + "." + claims(now) + ".",
          part("{\"alg\":\"HS256\"}") + "." + claims(now) + stolen);
    } finally {
      Files.delete(right);
      Files.delete(wrong);
      Files.delete(folder);
    }
  }

  private static String claims(Instant now) {
    return part(
        "{\"aud\":\"confab\",\"room\":\"invited\",\"rights\":[\"owner\"],\"exp\":%d}"
            .formatted(now.getEpochSecond() + 600));
  }

  private static String part(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String token(Path key, String room, Instant until) throws Exception {
    Invitation invitation = new Invitation(new RoomId(room), null, Set.of(Right.OWNER));
    return InvitationMint.read(key).make(invitation, until).value();
  }
}
