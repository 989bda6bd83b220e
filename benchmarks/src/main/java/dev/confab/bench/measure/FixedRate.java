package dev.confab.bench.measure;

import dev.confab.bench.crowd.Arrival;
import dev.confab.bench.crowd.Audience;
import dev.confab.bench.crowd.Letter;
import dev.confab.bench.crowd.Member;
import dev.confab.bench.crowd.Stage;
import dev.confab.bench.crowd.Template;
import dev.confab.system.bench.BenchmarkException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/// Letters that are sent when they are due, whether or not those before have arrived. Their age
/// counts from when they were due: a server that holds everything up for a while is charged with
/// every letter that should have been on its way meanwhile.
final class FixedRate implements Audience {
  private static final Duration TIME_TO_ARRIVE = Duration.ofSeconds(30);
  private static final int DIGITS = 3;

  /// Candidates are found a few at a time: the second finds the first unacknowledged by TCP.
  private static final int CANDIDATES = 5;

  private final Stage stage;
  private final Letter letter;
  private final int pairs;
  private final List<Template> templates = new ArrayList<>();
  private final Histogram ages = new Histogram(DIGITS);
  private long countedFrom = Long.MAX_VALUE;
  private long sent;
  private long arrived;

  private FixedRate(Stage stage, Letter letter, int pairs) {
    this.stage = stage;
    this.letter = letter;
    this.pairs = pairs;
  }

  /// Nanoseconds from when a letter was due to its arrival.
  static Histogram measure(Stage stage, Letter letter, Scale scale)
      throws IOException, BenchmarkException {
    FixedRate rate = new FixedRate(stage, letter, scale.fixedPairs());
    stage.play(rate);
    for (Member member : stage.members().subList(0, 2 * rate.pairs)) {
      rate.templates.add(Greetings.letter(stage, member, letter));
    }
    rate.run(1_000_000_000L / scale.rate(), scale.fixedWarmUp(), scale.measured());
    stage.until("all has arrived", TIME_TO_ARRIVE, () -> rate.arrived == rate.sent);
    return rate.ages;
  }

  private void run(long interval, Duration warmUp, Duration measured)
      throws IOException, BenchmarkException {
    long began = System.nanoTime();
    countedFrom = began + warmUp.toNanos();
    long end = countedFrom + measured.toNanos();
    for (long due = began; due < end; due += interval) {
      do { // it never sleeps: to be woken takes longer than a letter
        stage.turn(0);
      } while (System.nanoTime() < due);
      send(due);
    }
  }

  private void send(long due) {
    long run = sent / (letter == Letter.CANDIDATE ? CANDIDATES : 1);
    int pair = (int) (run % pairs);
    int direction = (int) (run / pairs % 2);
    Member member = stage.members().get(2 * pair + direction);
    sent++;
    member.send(templates.get(member.number()), due);
    member.flush();
  }

  @Override
  public void arrived(Member to, Arrival arrival) {
    arrived++;
    long due = arrival.sentAt();
    if (due >= countedFrom) {
      ages.recordValue(System.nanoTime() - due);
    }
  }
}
