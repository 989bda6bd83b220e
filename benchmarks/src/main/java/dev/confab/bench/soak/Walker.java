package dev.confab.bench.soak;

import dev.confab.bench.dialect.Field;
import dev.confab.bench.wire.Link;
import dev.confab.bench.wire.Listener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Someone who joins, talks, leaves, loses the line and comes back (docs/protocol.md). Notices when
/// the server forgets or repeats anything: every message of a session has the next number.
final class Walker implements Listener {
  private final Street street;
  private final int number;
  private final List<String> others = new ArrayList<>();
  private @Nullable Link link;
  private String token = "";
  private long seq;
  private long id;
  private long awaited;
  private String request = "";
  private boolean inside;
  private boolean ready;

  Walker(Street street, int number) {
    this.street = street;
    this.number = number;
  }

  /// Opens a socket, for a session that goes on where there is one.
  void connect() throws IOException {
    ready = false;
    link = street.connect(this);
  }

  boolean isReady() {
    return ready;
  }

  /// Only while it is ready.
  void signal(RandomGenerator random, String payload) {
    if (!others.isEmpty()) {
      String to = others.get(random.nextInt(others.size()));
      say(Phrases.signal(++id, to, payload));
      street.tally().did("signal");
    }
  }

  void update(boolean microphone) {
    say(Phrases.update(++id, microphone));
    street.tally().did("update");
  }

  void leave() {
    street.tally().did("leave");
    ask(Phrases.leave(++id));
  }

  private void join() {
    street.tally().did("join");
    ask(Phrases.join(++id, street.room()));
  }

  /// The line breaks, and it comes back to its session.
  void drop() throws IOException {
    street.tally().did("drop");
    if (link != null) {
      link.cut();
    }
    connect();
  }

  /// Ends the session, and comes again as someone new.
  void quit() {
    street.tally().did("quit");
    ready = false;
    token = "";
    if (link != null) {
      link.close();
    }
  }

  private void ask(String text) {
    ready = false;
    awaited = id;
    request = text;
    say(text);
  }

  private void say(String text) {
    if (link != null) {
      link.send(text);
    }
  }

  @Override
  public void opened(Link open) {
    say(Phrases.hello(number, token, seq));
  }

  @Override
  public void text(Link from, byte[] bytes, int begin, int end) {
    String text = new String(bytes, begin, end - begin, StandardCharsets.UTF_8);
    String type = Field.of(text, "type");
    if (type.equals("welcome")) {
      welcome(text);
      return;
    }
    long next = Field.number(text, "seq");
    if (next != seq + 1) {
      street.tally().wrong("message " + type + " out of turn");
    }
    seq = next;
    heard(type, text);
  }

  private void welcome(String text) {
    boolean resumed = text.contains("\"resumed\":true");
    if (resumed) {
      street.tally().did("resume");
    } else {
      if (!token.isEmpty()) {
        street.tally().wrong("not resumed");
      }
      begin();
    }
    token = Field.of(text, "resumeToken");
    seq = Field.number(text, "seq");
    if (!resumed) {
      join();
    } else if (awaited > Field.number(text, "lastId")) {
      say(request);
    } else {
      ready = awaited == 0;
    }
  }

  /// A new session, in no room.
  private void begin() {
    id = 1;
    awaited = 0;
    inside = false;
    others.clear();
  }

  private void heard(String type, String text) {
    switch (type) {
      case "joined" -> {
        inside = true;
        others.clear();
        others.addAll(Field.all(text, "peer"));
        answered();
      }
      case "done" -> {
        if (Field.number(text, "re") == awaited) {
          inside = false;
          others.clear();
          join();
        }
      }
      case "member-joined" -> others.add(Field.of(text, "peer"));
      case "member-left" -> others.remove(Field.of(text, "peer"));
      case "error" -> refused(Field.of(text, "code"), Field.number(text, "re"));
      case "signal" -> street.tally().did("arrival");
      case "member-updated", "room-updated" -> {} // owners come and go, too
      default -> street.tally().wrong(type);
    }
  }

  private void answered() {
    awaited = 0;
    ready = true;
  }

  private void refused(String code, long re) {
    switch (code) {
      case "no-such-member" -> street.tally().did("too late to signal"); // it has just left
      case "room-full" -> {
        if (re == awaited) {
          join();
        }
      }
      default -> street.tally().wrong(code);
    }
  }

  @Override
  public void closed(Link gone, String why) {
    if (!token.isEmpty()) {
      street.tally().wrong(why);
      token = "";
    }
    street.again(this);
  }

  boolean isInside() {
    return inside;
  }
}
