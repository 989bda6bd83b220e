package dev.confab.bench.soak;

import dev.confab.bench.wire.Link;
import dev.confab.bench.wire.Loop;
import dev.confab.bench.wire.Upgrade;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// All walkers of one server, and chance, which says what each does next. Of one thread.
final class Street implements AutoCloseable {
  /// So many walkers for each room, on average: most find a place at once, and some do not.
  private static final int TO_A_ROOM = 4;

  private static final int ARRIVING_AT_A_TIME = 20;
  private static final String PAYLOAD = "x".repeat(1500);

  private final Loop loop = new Loop();
  private final InetSocketAddress server;
  private final RandomGenerator random;
  private final List<Walker> walkers = new ArrayList<>();
  private final ArrayDeque<Walker> again = new ArrayDeque<>();
  private final Tally tally = new Tally();
  private final int count;
  private final int actionsPerSecond;
  private long actions;
  private long beganAt;

  Street(int port, int count, int actionsPerSecond, RandomGenerator random) throws IOException {
    this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    this.count = count;
    this.actionsPerSecond = actionsPerSecond;
    this.random = random;
  }

  Tally tally() {
    return tally;
  }

  Link connect(Walker walker) throws IOException {
    return loop.connect(server, new Upgrade("/", "confab"), walker);
  }

  String room() {
    return "room-" + random.nextInt(Math.max(1, count / TO_A_ROOM));
  }

  /// It wants a socket in the next turn.
  void again(Walker walker) {
    again.add(walker);
  }

  /// What is due now, and what has come.
  void turn() throws IOException {
    loop.turn(2);
    for (int i = 0; i < ARRIVING_AT_A_TIME && walkers.size() < count; i++) {
      Walker walker = new Walker(this, walkers.size());
      walkers.add(walker);
      walker.connect();
    }
    for (int i = 0; i < ARRIVING_AT_A_TIME && !again.isEmpty(); i++) {
      again.remove().connect();
    }
    act();
  }

  private void act() throws IOException {
    long now = System.nanoTime();
    if (walkers.size() < count) {
      beganAt = now;
      return;
    }
    double due = (now - beganAt) / 1e9 * actionsPerSecond;
    if (due - actions > actionsPerSecond) { // nothing was done for a while; it is not made up for
      actions = (long) due;
    }
    for (; actions < due; actions++) {
      act(walkers.get(random.nextInt(count)));
    }
  }

  /// In percent: 50 talk, 15 lose the line, 15 leave for another room, 15 mute, 5 go and come anew.
  private void act(Walker walker) throws IOException {
    if (!walker.isReady() || !walker.isInside()) {
      return;
    }
    int chance = random.nextInt(100);
    if (chance < 50) {
      walker.signal(random, PAYLOAD);
    } else if (chance < 65) {
      walker.drop();
    } else if (chance < 80) {
      walker.leave();
    } else if (chance < 95) {
      walker.update(random.nextBoolean());
    } else {
      walker.quit();
    }
  }

  long inside() {
    return walkers.stream().filter(Walker::isInside).count();
  }

  @Override
  public void close() throws IOException {
    loop.close();
  }
}
