package dev.confab.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailboxTest {
  private final Mailbox mailbox = new Mailbox(new EventLog());
  private final List<String> done = new ArrayList<>();

  @Test
  void whatIsPostedIsDoneInItsOrder_alsoAfterABug() {
    mailbox.post(() -> done.add("one"));
    mailbox.post(
        () -> {
          throw new IllegalStateException("a bug, made by this test");
        });
    mailbox.post(() -> done.add("two"));

    mailbox.run();

    assertThat(done).containsExactly("one", "two");
  }

  @Test
  void whatATaskPostsIsDoneInTheNextRun() {
    mailbox.post(() -> mailbox.post(() -> done.add("later")));

    mailbox.run();
    assertThat(done).isEmpty();
    assertThat(mailbox.idleMillis()).isZero();

    mailbox.run();
    assertThat(done).containsExactly("later");
  }

  @Test
  void whatIsDueIsDone_theOlderFirst_andTheRestWaits() {
    mailbox.after(Duration.ofHours(1), () -> done.add("in an hour"));
    mailbox.after(Duration.ZERO, () -> done.add("first"));
    mailbox.after(Duration.ZERO, () -> done.add("second"));

    mailbox.run();

    assertThat(done).containsExactly("first", "second");
    assertThat(mailbox.idleMillis()).isPositive();
  }

  @Test
  void whatIsDoneAgainAndAgainSurvivesABug() {
    mailbox.every(
        Duration.ZERO,
        () -> {
          done.add("again");
          throw new IllegalStateException("a bug, made by this test");
        });

    for (int i = 0; i < 4; i++) {
      mailbox.run();
    }

    assertThat(done).hasSizeGreaterThan(1);
  }

  @Test
  void whoPostsWakesTheThread() {
    mailbox.onPost(() -> done.add("woken"));

    mailbox.post(() -> {});

    assertThat(done).containsExactly("woken");
  }

  @Test
  void afterTheEndNothingIsDone() {
    mailbox.post(() -> done.add("before"));
    mailbox.close();
    mailbox.post(() -> done.add("after"));

    mailbox.run();

    assertThat(done).isEmpty();
  }
}
