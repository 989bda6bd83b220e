package dev.confab.bench.dialect;

import dev.confab.bench.crowd.Dialect;
import dev.confab.bench.crowd.Letter;
import dev.confab.bench.crowd.Member;
import dev.confab.bench.wire.Upgrade;

/// That of the relay in `src/main/node/ws.js`.
public final class WsDialect implements Dialect {
  @Override
  public Upgrade upgrade(Member member) {
    return new Upgrade("/", "");
  }

  @Override
  public void opened(Member member) {
    member.say("{\"type\":\"join\",\"room\":\"%s\"}".formatted(member.room()));
  }

  @Override
  public void heard(Member member, String text) {
    switch (Field.of(text, "type")) {
      case "joined" -> member.isIn(Field.of(text, "self"), Field.array(text, "members"));
      case "member-joined", "member-left" -> {}
      default -> member.failed(text);
    }
  }

  @Override
  public String wrapped(Letter kind, String letter, String to) {
    return "{\"type\":\"signal\",\"to\":\"%s\",\"payload\":%s}".formatted(to, letter);
  }

  @Override
  public String from(String sender) {
    return "\"from\":\"" + sender + "\"";
  }
}
