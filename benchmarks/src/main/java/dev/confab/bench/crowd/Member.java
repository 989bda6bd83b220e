package dev.confab.bench.crowd;

import dev.confab.bench.wire.Link;
import dev.confab.bench.wire.Listener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// One client, which is to be in one room.
public final class Member implements Listener {
  private final Stage stage;
  private final int number;
  private final String room;
  private final long beganAt = System.nanoTime();
  private final Link link;
  private String id = "";
  private long joinedAt;
  private long said;
  private boolean leaving;

  Member(Stage stage, int number, String room) throws IOException {
    this.stage = stage;
    this.number = number;
    this.room = room;
    link = stage.connect(this);
  }

  public int number() {
    return number;
  }

  public String room() {
    return room;
  }

  /// By which others reach it; empty until it is in its room.
  public String id() {
    return id;
  }

  /// Those for the same room who set off before it: known without the server.
  public List<Member> ahead() {
    return stage.ahead(this);
  }

  /// From the first packet to the server's word that it is in its room.
  public long nanosToJoin() {
    return joinedAt - beganAt;
  }

  public void say(String text) {
    link.send(text);
  }

  /// Of the next message; from 1 on.
  public long nextNumber() {
    return ++said;
  }

  /// Called by the dialect.
  public void isIn(String ownId, List<String> present) {
    id = ownId;
    joinedAt = System.nanoTime();
    stage.isIn(this, present);
  }

  /// Called by the dialect.
  public void failed(String why) {
    stage.failed("member " + number + ": " + why);
  }

  /// To the member whom the server knows by `to`.
  public Template template(Letter letter, String to) {
    return new Template(stage.mould(letter).to(to), number);
  }

  public void send(Template template, long time) {
    if (template.isNumbered()) {
      said = Math.max(said + 1, Template.FIRST_NUMBER);
    }
    link.send(template.text(time, said), template.length());
  }

  /// What was sent goes out now, and not together with what is sent next.
  public void flush() {
    link.flush();
  }

  void leave() {
    leaving = true;
    link.close();
  }

  void cut() {
    link.cut();
  }

  boolean isGone() {
    return link.isGone();
  }

  @Override
  public void opened(Link opened) {
    stage.dialect().opened(this);
  }

  @Override
  public void text(Link from, byte[] bytes, int begin, int end) {
    Arrival arrival = stage.arrival();
    if (arrival.read(bytes, begin, end)) {
      stage.audience().arrived(this, arrival);
    } else {
      stage.dialect().heard(this, new String(bytes, begin, end - begin, StandardCharsets.UTF_8));
    }
  }

  @Override
  public void closed(Link gone, String why) {
    if (!leaving) {
      failed(why);
    }
  }
}
