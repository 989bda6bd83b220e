package dev.confab.system;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The call of the demonstration: waits until everything has come about that makes a call, lets it
/// last, takes the pictures, and hangs up.
final class DemoCall {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final long LOOK_MILLIS = 200;

  private final DemoPlan plan;
  private final DemoClient anna;
  private final DemoClient ben;
  private final Consumer<String> say;

  DemoCall(DemoPlan plan, DemoClient anna, DemoClient ben, Consumer<String> say) {
    this.plan = plan;
    this.anna = anna;
    this.ben = ben;
    this.say = say;
  }

  void run() throws DemoException, InterruptedException {
    awaitMilestones();
    Figures annaBefore = anna.figures();
    Figures benBefore = ben.figures();
    talk();
    tellDrawn(anna, annaBefore);
    tellDrawn(ben, benBefore);
    // both before either hangs up: who is left alone sees nobody
    anna.takePicture();
    ben.takePicture();
    tellPicture(anna, ben);
    tellPicture(ben, anna);
    anna.hangUp();
    ben.hangUp();
    say.accept("Both have hung up. It works.");
  }

  private void awaitMilestones() throws DemoException, InterruptedException {
    Milestones annas = new Milestones(anna.name(), ben.name(), words -> tell(anna, words));
    Milestones bens = new Milestones(ben.name(), anna.name(), words -> tell(ben, words));
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!annas.complete() || !bens.complete()) {
      if (System.nanoTime() > end) {
        throw new DemoException(
            "%s %s I waited for %d s; see the logs in %s"
                .formatted(annas.missing(), bens.missing(), PATIENCE.toSeconds(), plan.folder()));
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      annas.look(anna.figures());
      bens.look(ben.figures());
    }
  }

  private void talk() throws DemoException, InterruptedException {
    long end = System.nanoTime() + plan.length().toNanos();
    while (System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      for (DemoClient client : List.of(anna, ben)) {
        if (!client.figures().peer().text("link").equals("CONNECTED")) {
          throw new DemoException(client.name() + " lost the connection.");
        }
      }
    }
  }

  private void tellDrawn(DemoClient client, Figures before) throws DemoException {
    Figures after = client.figures();
    double seconds = (after.number("atMillis") - before.number("atMillis")) / 1000;
    double frames = after.peer().number("framesDrawn") - before.peer().number("framesDrawn");
    if (seconds > 0 && frames <= 0) {
      throw new DemoException("The picture stood still at " + client.name() + "'s.");
    }
    if (seconds > 0) {
      tell(
          client,
          "drew %.0f frames in %.0f s, %.1f a second".formatted(frames, seconds, frames / seconds));
    }
  }

  private void tellPicture(DemoClient client, DemoClient other) throws DemoException {
    ShownPicture shown = client.requirePictureOf(other);
    tell(
        client,
        "sees %s's frame %d: %s"
            .formatted(other.name(), shown.stamp().frameNumber(), client.picture()));
  }

  private void tell(DemoClient client, String words) {
    say.accept(String.format(Locale.ROOT, "%-7s %s", client.name(), words));
  }
}
