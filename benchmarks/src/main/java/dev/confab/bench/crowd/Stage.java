package dev.confab.bench.crowd;

import dev.confab.bench.wire.Link;
import dev.confab.bench.wire.Loop;
import dev.confab.system.bench.BenchmarkException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// All members of one server, and the loop that they live in.
public final class Stage implements AutoCloseable {
  private static final Duration TIME_TO_LEAVE = Duration.ofSeconds(20);
  private static final Audience NOBODY = (member, arrival) -> {};

  private final Loop loop;
  private final InetSocketAddress server;
  private final Dialect dialect;
  private final Arrival arrival = new Arrival();
  private final List<Member> members = new ArrayList<>();
  private final Map<String, List<Member>> rooms = new HashMap<>();
  private final Heart heart;
  private final Map<Letter, Mould> moulds = new EnumMap<>(Letter.class);
  private Audience audience = NOBODY;
  private int joined;
  private @Nullable String failure;

  public Stage(int port, Dialect dialect) throws IOException {
    this.loop = new Loop();
    this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    this.dialect = dialect;
    this.heart = new Heart(dialect.heartbeat(), members);
    for (Letter letter : Letter.values()) {
      moulds.put(letter, Mould.of(dialect, letter));
    }
  }

  /// Who hears of what happens from now on.
  public void play(Audience to) {
    audience = to;
  }

  /// Begins to connect.
  public Member enter(String room) throws IOException {
    Member member = new Member(this, members.size(), room);
    members.add(member);
    rooms.computeIfAbsent(room, _ -> new ArrayList<>()).add(member);
    return member;
  }

  /// In the order in which they came; their numbers are their places.
  public List<Member> members() {
    return members;
  }

  /// How many are in their rooms.
  public int joined() {
    return joined;
  }

  /// Everyone leaves, and has left when this returns.
  public void clear() throws IOException, BenchmarkException {
    play(NOBODY);
    members.forEach(Member::leave);
    until("everyone has left", TIME_TO_LEAVE, () -> members.stream().allMatch(Member::isGone));
    members.clear();
    rooms.clear();
    joined = 0;
  }

  /// Time goes on until it holds.
  public void until(String what, Duration limit, BooleanSupplier holds)
      throws IOException, BenchmarkException {
    long end = System.nanoTime() + limit.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new BenchmarkException("waited too long until " + what);
      }
      turn(10);
    }
  }

  /// Time goes on until another thread has done it.
  public <T> T meanwhile(Duration limit, Callable<T> what) throws IOException, BenchmarkException {
    Errand<T> errand = Errand.begin(what);
    until("the server was looked at", limit, errand::isDone);
    return errand.result();
  }

  public void pass(Duration time) throws IOException, BenchmarkException {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      turn(10);
    }
  }

  /// See [Loop#turn]. Throws as soon as a member was lost, or told that it made a mistake.
  public void turn(long waitMillis) throws IOException, BenchmarkException {
    loop.turn(waitMillis);
    heart.beat(System.nanoTime());
    if (failure != null) {
      throw new BenchmarkException(failure);
    }
  }

  /// See [Loop#idleNanos].
  public long idleNanos() {
    return loop.idleNanos();
  }

  /// Those for the same room who set off before it.
  List<Member> ahead(Member member) {
    return rooms.getOrDefault(member.room(), List.of()).stream()
        .takeWhile(it -> it != member)
        .toList();
  }

  Link connect(Member member) throws IOException {
    return loop.connect(server, dialect.upgrade(member), member);
  }

  public Dialect dialect() {
    return dialect;
  }

  Mould mould(Letter letter) {
    return Objects.requireNonNull(moulds.get(letter));
  }

  Audience audience() {
    return audience;
  }

  Arrival arrival() {
    return arrival;
  }

  void isIn(Member member, List<String> present) {
    joined++;
    audience.joined(member, present);
  }

  public void failed(String why) {
    if (failure == null) {
      failure = why;
    }
  }

  @Override
  public void close() throws IOException {
    loop.close();
  }
}
