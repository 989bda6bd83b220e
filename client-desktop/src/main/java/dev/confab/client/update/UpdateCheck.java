package dev.confab.client.update;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// When to ask, and what to believe. Nothing here knows a thread: its methods wait for the disk and
/// the network, and are for one thread that may.
public final class UpdateCheck {
  static final Duration BETWEEN = Duration.ofDays(1);

  private static final Logger LOG = LoggerFactory.getLogger(UpdateCheck.class);

  private final UpdateSource source;
  private final SemanticVersion own;
  private final UpdateMemory memory;
  private final Answers answers;
  private final Clock clock;

  public UpdateCheck(
      UpdateSource source, SemanticVersion own, UpdateMemory memory, Answers answers, Clock clock) {
    this.source = source;
    this.own = own;
    this.memory = memory;
    this.answers = answers;
    this.clock = clock;
  }

  /// What the last answer says, when it still says something: then the person need not wait for the
  /// next. It is checked like one that comes over the network.
  Optional<UpdateNotice> known() {
    try {
      return remembered(memory.read().answer()).filter(this::isNews);
    } catch (IOException e) {
      LOG.warn("The last answer about updates is not read: {}", e.toString());
      return Optional.empty();
    }
  }

  /// Whether a day has passed since the last question. A clock that was put back does not matter
  /// more than that: the day begins anew.
  boolean isDue() {
    try {
      Instant now = clock.instant();
      UpdateMemory.Entry last = memory.read();
      if (last.asked() == null) {
        return true;
      }
      if (last.asked().isAfter(now)) {
        memory.write(now, last.answer());
        return false;
      }
      return !last.asked().plus(BETWEEN).isAfter(now);
    } catch (IOException e) {
      LOG.warn("When updates were last asked for is not known: {}", e.toString());
      return false;
    }
  }

  /// Asks once. That it was asked is written first: what cannot be remembered is not asked, and a
  /// question that fails is not asked again before the next day. Empty: nothing new.
  Optional<UpdateNotice> ask() throws InterruptedException {
    try {
      String before = memory.read().answer();
      Instant now = clock.instant();
      memory.write(now, before);
      String answer = answers.get(source.url());
      UpdateNotice notice = UpdateNotice.read(answer, source.key());
      if (isTakenBack(notice, before)) {
        LOG.warn("The answer about updates is older than the last one");
      } else {
        memory.write(now, answer);
      }
      return known();
    } catch (IOException e) {
      LOG.info("No answer about updates: {}", e.toString());
    } catch (BadUpdateException e) {
      LOG.warn("The answer about updates is not believed: {}", e.getMessage());
    }
    return Optional.empty();
  }

  /// Who keeps an old answer and gives it out later cannot hide a version that was heard of.
  private boolean isTakenBack(UpdateNotice notice, String before) {
    return remembered(before)
        .filter(last -> last.version().isNewerThan(notice.version()))
        .isPresent();
  }

  private Optional<UpdateNotice> remembered(String answer) {
    if (answer.isEmpty()) {
      return Optional.empty();
    }
    try {
      UpdateNotice notice = UpdateNotice.read(answer, source.key());
      return notice.isExpired(clock.instant()) ? Optional.empty() : Optional.of(notice);
    } catch (BadUpdateException e) {
      LOG.info("The last answer about updates counts no more: {}", e.getMessage()); // another key
      return Optional.empty();
    }
  }

  private boolean isNews(UpdateNotice notice) {
    return notice.version().isNewerThan(own);
  }
}
