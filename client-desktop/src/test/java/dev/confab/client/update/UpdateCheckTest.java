package dev.confab.client.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.client.settings.PropertiesFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// In virtual time: an hour is a number.
class UpdateCheckTest {
  private static final String URL = "https://updates.example.org/confab.json";
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  @TempDir Path folder;
  private final Signer signer = new Signer();
  private final List<Instant> questions = new ArrayList<>();
  private Instant now = NOON;
  private @Nullable String answer;

  UpdateCheckTest() throws GeneralSecurityException {}

  private final class SetClock extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private Path file() {
    return folder.resolve("updates.properties");
  }

  /// A start of the program.
  private UpdateCheck start(String version) throws BadUpdateException {
    return new UpdateCheck(
        signer.source(URL, true),
        SemanticVersion.parse(version),
        new UpdateMemory(new PropertiesFile(file())),
        this::answer,
        new SetClock());
  }

  private String answer(URI address) throws IOException {
    assertThat(address).hasToString(URL);
    questions.add(now);
    if (answer == null) {
      throw new IOException("nobody there");
    }
    return answer;
  }

  private Optional<String> look(UpdateCheck check) throws InterruptedException {
    return check.isDue() ? check.ask().map(it -> it.version().toString()) : Optional.empty();
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  /// Looks every quarter of an hour, with a new start each time.
  private void live(Duration time) throws Exception {
    for (Instant end = now.plus(time); now.isBefore(end); pass(Duration.ofMinutes(15))) {
      look(start("0.2.0"));
    }
  }

  @Test
  void whatIsNewerIsFound() throws Exception {
    answer = signer.notice("0.3.0");

    assertThat(look(start("0.2.0"))).contains("0.3.0");
  }

  @Test
  void whatIsNotNewerIsNotFound() throws Exception {
    for (String version : List.of("0.3.0", "0.2.9", "0.3.0-rc.1", "0.1.0")) {
      Files.deleteIfExists(file());
      answer = signer.notice(version);
      UpdateCheck check = start("0.3.0");

      assertThat(check.ask()).as(version).isEmpty();
      assertThat(check.known()).isEmpty();
    }
  }

  @Test
  void aReleaseIsNewerThanItsSnapshot() throws Exception {
    answer = signer.notice("0.3.0");

    assertThat(look(start("0.3.0-SNAPSHOT"))).contains("0.3.0");
    assertThat(start("0.4.0-SNAPSHOT").known()).isEmpty();
  }

  @Test
  void itIsAskedOnceADayHoweverOftenTheProgramStarts() throws Exception {
    answer = signer.notice("0.2.0");
    live(Duration.ofDays(7));

    assertThat(questions).hasSize(7);
    for (int i = 1; i < questions.size(); i++) {
      assertThat(Duration.between(questions.get(i - 1), questions.get(i)))
          .isGreaterThanOrEqualTo(Duration.ofDays(1));
    }
  }

  @Test
  void aQuestionThatFailsIsNotAskedAgainTheSameDay() throws Exception {
    live(Duration.ofDays(3));
    assertThat(questions).hasSize(3);

    answer = "rubbish";
    live(Duration.ofDays(3));
    assertThat(questions).hasSize(6);
  }

  @Test
  void aClockThatWasWrongForAWhileDelaysByADay() throws Exception {
    now = Instant.parse("2040-01-01T00:00:00Z");
    look(start("0.2.0"));
    now = NOON;

    live(Duration.ofDays(1));
    assertThat(questions).hasSize(1);

    live(Duration.ofHours(1));
    assertThat(questions).hasSize(2);
  }

  @Test
  void aClockThatStartsAtTheSameTimeEachDayIsNoReasonToAskEachTime() throws Exception {
    for (int start = 0; start < 20; start++) {
      now = Instant.EPOCH.plusSeconds(start % 3);
      look(start("0.2.0"));
    }

    assertThat(questions).hasSize(1);
  }

  @Test
  void whatCannotBeRememberedIsNotAsked() throws Exception {
    Files.createDirectory(file());
    Files.createFile(file().resolve("in-the-way"));
    answer = signer.notice("0.3.0");

    assertThat(start("0.2.0").ask()).isEmpty();
    assertThat(questions).isEmpty();
  }

  @Test
  void theNextStartKnowsTheLastAnswer() throws Exception {
    answer = signer.notice("0.3.0");
    look(start("0.2.0"));

    assertThat(start("0.2.0").known()).isPresent();
    assertThat(start("0.3.0").known()).isEmpty();
    assertThat(questions).hasSize(1);
  }

  @Test
  void theLastAnswerIsCheckedLikeAnother() throws Exception {
    answer = signer.notice("0.3.0");
    look(start("0.2.0"));
    UpdateMemory memory = new UpdateMemory(new PropertiesFile(file()));

    memory.write(NOON, new Signer().notice("0.3.0"));
    assertThat(start("0.2.0").known()).isEmpty();

    memory.write(NOON, signer.notice("0.3.0"));
    assertThat(start("0.2.0").known()).isPresent();
  }

  @Test
  void aFailureForgetsNothing() throws Exception {
    answer = signer.notice("0.3.0");
    look(start("0.2.0"));
    pass(Duration.ofDays(1));
    answer = null;
    look(start("0.2.0"));

    assertThat(questions).hasSize(2);
    assertThat(start("0.2.0").known()).isPresent();
  }

  @Test
  void anOldAnswerGivenOutAgainHidesNothing() throws Exception {
    answer = signer.notice("0.4.0");
    look(start("0.2.0"));
    pass(Duration.ofDays(1));
    answer = signer.notice("0.3.0");

    assertThat(look(start("0.2.0"))).contains("0.4.0");
    assertThat(questions).hasSize(2);
  }

  @Test
  void anAnswerThatHasExpiredSaysNothing() throws Exception {
    String expires = ",\"expires\":\"2026-11-25T13:00:00Z\"";
    answer = signer.jws(Signer.HEADER, Signer.payload("0.4.0", expires));
    assertThat(look(start("0.2.0"))).contains("0.4.0");

    pass(Duration.ofHours(1));

    assertThat(start("0.2.0").known()).isEmpty();
    pass(Duration.ofDays(1));
    assertThat(look(start("0.2.0"))).isEmpty();
    pass(Duration.ofDays(1));
    answer = signer.notice("0.3.0");
    assertThat(look(start("0.2.0"))).as("it hides nothing either").contains("0.3.0");
  }

  @Test
  void aFileOfRubbishIsAsGoodAsNone() throws Exception {
    Files.writeString(file(), "asked=soon\nanswer=\\u0000{\n");
    answer = signer.notice("0.3.0");

    assertThat(start("0.2.0").known()).isEmpty();
    assertThat(look(start("0.2.0"))).contains("0.3.0");
  }
}
