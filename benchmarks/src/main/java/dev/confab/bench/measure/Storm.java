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
import java.util.List;
import org.HdrHistogram.Histogram;

/// Everyone comes at once, as after an outage: who joins makes an offer to all who are there, who
/// answer it, and both send their candidates.
final class Storm implements Audience {
  /// Of a room.
  static final int MEMBERS = 4;

  private static final int CANDIDATES = 5;
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int DIGITS = 3;

  private final Stage stage;
  private final Histogram candidates = new Histogram(DIGITS);
  private int arrived;

  /// Milliseconds.
  record Result(double all, double candidates99) {}

  private Storm(Stage stage) {
    this.stage = stage;
  }

  static Result measure(Stage stage, int rooms, int atATime)
      throws IOException, BenchmarkException {
    Storm storm = new Storm(stage);
    stage.play(storm);
    int expected = rooms * MEMBERS * (MEMBERS - 1) / 2 * 2 * (1 + CANDIDATES);
    long began = System.nanoTime();
    Joining.of(stage, rooms * MEMBERS, MEMBERS, atATime);
    stage.until("all has arrived", PATIENCE, () -> storm.arrived == expected);
    double took = System.nanoTime() - began;
    return new Result(took / 1e6, storm.candidates.getValueAtPercentile(99) / 1e6);
  }

  @Override
  public void joined(Member member, List<String> present) {
    for (String other : present) {
      describe(member, Letter.OFFER, other);
    }
  }

  private static void describe(Member member, Letter description, String to) {
    member.send(member.template(description, to), System.nanoTime());
    member.flush();
    Template candidate = member.template(Letter.CANDIDATE, to);
    for (int i = 0; i < CANDIDATES; i++) {
      member.send(candidate, System.nanoTime());
      member.flush();
    }
  }

  @Override
  public void arrived(Member to, Arrival arrival) {
    arrived++;
    switch (arrival.letter()) {
      case OFFER -> describe(to, Letter.ANSWER, stage.members().get(arrival.sender()).id());
      case ANSWER -> {}
      case CANDIDATE -> candidates.recordValue(System.nanoTime() - arrival.sentAt());
    }
  }
}
