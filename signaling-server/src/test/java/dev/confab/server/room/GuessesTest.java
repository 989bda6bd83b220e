package dev.confab.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.EntryWay;
import dev.confab.protocol.ServerMessage.Joined;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuessesTest {
  private final Hall hall =
      new Hall(40, EntryWay.OPEN, EntryWay.PASSWORD, EntryWay.INVITATION, EntryWay.KNOCKING);

  @BeforeEach
  void thereIsARoomWithAPassword() {
    at("10.0.0.1", "Ann").join("tea", "secret");
  }

  private Guest at(String address, String name) {
    Guest guest = new Guest(hall, name, address);
    guest.hello();
    return guest;
  }

  private String guess(String address, String password) {
    Guest guest = at(address, "Someone at " + address);
    guest.join("tea", password);
    return guest.last() instanceof Joined ? "joined" : guest.refusal();
  }

  private void guessWrong(String address, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(guess(address, "wrong" + i)).isEqualTo("wrong-password");
    }
  }

  @Test
  void tenWrongGuessesAndNoMoreForTheRightOneEither() {
    guessWrong("10.0.0.2", Guesses.PER_ADDRESS);
    hall.inspectsLater();
    assertThat(guess("10.0.0.2", "wrong")).isEqualTo("too-many-guesses");
    assertThat(guess("10.0.0.2", "secret")).isEqualTo("too-many-guesses");
    assertThat(hall.toInspect()).as("none of them is looked at").isZero();
  }

  @Test
  void withTimeThereIsAnotherGuess() {
    guessWrong("10.0.0.2", Guesses.PER_ADDRESS);
    hall.passes(Duration.ofSeconds(30));
    assertThat(guess("10.0.0.2", "secret")).isEqualTo("joined");
  }

  @Test
  void otherAddressesAreNotConcerned() {
    guessWrong("10.0.0.2", Guesses.PER_ADDRESS);
    assertThat(guess("10.0.0.3", "secret")).isEqualTo("joined");
  }

  @Test
  void whoCanOpenARoomWithoutAPasswordStillCan() {
    guessWrong("10.0.0.2", Guesses.PER_ADDRESS);
    Guest someone = at("10.0.0.2", "Someone");
    someone.join("coffee");
    assertThat(someone.last()).isInstanceOf(Joined.class);
  }

  @Test
  void forgedInvitationsCountAsWell() {
    for (int i = 0; i < Guesses.PER_ADDRESS; i++) {
      Guest guest = at("10.0.0.2", "Bob");
      guest.joinInvited("tea", "forged" + i);
      assertThat(guest.refusal()).isEqualTo("bad-invitation");
    }
    assertThat(guess("10.0.0.2", "secret")).isEqualTo("too-many-guesses");
  }

  @Test
  void rightOnesDoNotCount() {
    for (int i = 0; i < 25; i++) {
      Guest guest = at("10.0.0.2", "Bob");
      guest.join("tea", "secret");
      assertThat(guest.last()).isInstanceOf(Joined.class);
      guest.leave();
      hall.passes(Duration.ofSeconds(1));
    }
    guessWrong("10.0.0.2", Guesses.PER_ADDRESS);
  }

  @Test
  void ownPasswordsAreNoWayToMoreGuesses() {
    guessWrong("10.0.0.2", Guesses.PER_ADDRESS);
    Guest owner = at("10.0.0.2", "Owner");
    owner.join("own", "own");
    assertThat(owner.last()).isInstanceOf(Joined.class);
    assertThat(guess("10.0.0.2", "wrong")).isEqualTo("too-many-guesses");
  }

  @Test
  void guessesCountWhileTheyAreLookedAt() {
    hall.inspectsLater();
    for (int i = 0; i < Guesses.PER_ADDRESS; i++) {
      at("10.0.0.2", "Bob " + i).join("tea", "wrong" + i);
    }
    Guest oneMore = at("10.0.0.2", "One more");
    oneMore.join("tea", "secret");
    assertThat(oneMore.refusal()).isEqualTo("too-many-guesses");
    hall.inspects();
  }

  private void theRoomIsGuessedAtFromManyAddresses() {
    for (int i = 0; i < 3; i++) {
      guessWrong("10.0.1." + i, Guesses.PER_ADDRESS - 1);
    }
    guessWrong("10.0.1.9", 3);
    assertThat(guess("10.0.1.0", "wrong")).isEqualTo("too-many-guesses");
  }

  @Test
  void fromManyAddressesARoomIsGuessedAtThirtyTimes() {
    theRoomIsGuessedAtFromManyAddresses();
  }

  @Test
  void nobodyElseIsLockedOutByThem() {
    theRoomIsGuessedAtFromManyAddresses();
    assertThat(guess("10.0.2.1", "secret")).isEqualTo("joined");
    assertThat(guess("10.0.2.2", "mistyped")).isEqualTo("wrong-password");
    assertThat(guess("10.0.2.2", "secret")).isEqualTo("too-many-guesses");
    hall.passes(Guesses.TIME);
    assertThat(guess("10.0.2.2", "secret")).isEqualTo("joined");
  }

  @Test
  void oneCleanAddressHasOneGuessAtATimeWhereARoomIsGuessedAt() {
    theRoomIsGuessedAtFromManyAddresses();
    hall.inspectsLater();
    at("10.0.2.3", "Bob").join("tea", "one");
    Guest other = at("10.0.2.3", "Cid");
    other.join("tea", "two");
    assertThat(other.refusal()).isEqualTo("too-many-guesses");
  }

  @Test
  void oneAddressCannotKeepTheServerBusy() {
    for (int i = 0; i < Guesses.INSPECTIONS; i++) {
      Guest guest = at("10.0.0.2", "Bob");
      guest.join("own", "own");
      assertThat(guest.last()).isInstanceOf(Joined.class);
      guest.leave();
    }
    Guest guest = at("10.0.0.2", "Bob");
    guest.join("own", "own");
    assertThat(guest.refusal()).isEqualTo("too-fast");
    hall.passes(Duration.ofSeconds(1));
    guest.join("own", "own");
    assertThat(guest.last()).isInstanceOf(Joined.class);
  }

  @Test
  void soManyAddressesAreRememberedAndNoMore() {
    Buckets<Integer> buckets = new Buckets<>(1, Duration.ofSeconds(1));
    for (int i = 0; i <= Buckets.MAX_KEYS; i++) {
      buckets.take(i, 0);
    }
    assertThat(buckets.size()).isEqualTo(Buckets.MAX_KEYS);
    assertThat(buckets.hasToken(0, 0)).as("the eldest is forgotten").isTrue();
    assertThat(buckets.hasToken(1, 0)).isFalse();
  }
}
