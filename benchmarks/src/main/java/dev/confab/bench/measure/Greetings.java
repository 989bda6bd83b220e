package dev.confab.bench.measure;

import dev.confab.bench.crowd.Arrival;
import dev.confab.bench.crowd.Audience;
import dev.confab.bench.crowd.Dialect;
import dev.confab.bench.crowd.Letter;
import dev.confab.bench.crowd.Member;
import dev.confab.bench.crowd.Stage;
import dev.confab.bench.crowd.Template;
import dev.confab.system.bench.BenchmarkException;
import java.io.IOException;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;

/// Before anything is measured, each member of a pair sends the other one letter, and what arrives
/// is looked at closely: it is whole, and the server says who it is from.
final class Greetings implements Audience {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Stage stage;
  private final BitSet heard = new BitSet();

  private Greetings(Stage stage) {
    this.stage = stage;
  }

  /// Of the first `count` members; 0 and 1 are a pair, 2 and 3, and so on.
  static void exchange(Stage stage, int count) throws IOException, BenchmarkException {
    Greetings greetings = new Greetings(stage);
    stage.play(greetings);
    for (Member member : stage.members().subList(0, count)) {
      member.send(letter(stage, member, Letter.OFFER), System.nanoTime());
    }
    stage.until("all have heard", PATIENCE, () -> greetings.heard.cardinality() == count);
  }

  /// From a member to the other of its pair.
  static Template letter(Stage stage, Member from, Letter letter) {
    List<Member> members = stage.members();
    return from.template(letter, members.get(from.number() ^ 1).id());
  }

  @Override
  public void arrived(Member to, Arrival arrival) {
    Member sender = stage.members().get(arrival.sender());
    Dialect dialect = stage.dialect();
    String text = arrival.text();
    if (!text.contains(dialect.from(sender.id()))) {
      stage.failed("the server does not say who it is from: " + text);
    }
    if (text.length() < Letter.OFFER.json().length()) {
      stage.failed("the server has passed on less than it got: " + text);
    }
    heard.set(sender.number());
  }
}
