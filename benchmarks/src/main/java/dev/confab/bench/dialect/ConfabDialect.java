package dev.confab.bench.dialect;

import dev.confab.bench.crowd.Dialect;
import dev.confab.bench.crowd.Letter;
import dev.confab.bench.crowd.Member;
import dev.confab.bench.crowd.Template;
import dev.confab.bench.wire.Upgrade;

/// docs/protocol.md. A letter is a string there, which the server does not look into: JSON within
/// JSON, and so a little longer than elsewhere.
public final class ConfabDialect implements Dialect {
  @Override
  public Upgrade upgrade(Member member) {
    return new Upgrade("/", "confab");
  }

  @Override
  public void opened(Member member) {
    member.say(
        "{\"type\":\"hello\",\"id\":%d,\"versions\":[1],\"client\":\"confab-bench\",\"name\":\"Member %d\"}"
            .formatted(member.nextNumber(), member.number()));
  }

  @Override
  public void heard(Member member, String text) {
    switch (Field.of(text, "type")) {
      case "welcome" ->
          member.say(
              "{\"type\":\"join\",\"id\":%d,\"room\":\"%s\",\"media\":{\"microphone\":true,\"camera\":true,\"hand\":false}}"
                  .formatted(member.nextNumber(), member.room()));
      case "joined" -> member.isIn(Field.of(text, "self"), Field.all(text, "peer"));
      case "error", "unsupported-version", "draining" -> member.failed(text);
      default -> {} // others come and go
    }
  }

  @Override
  public String wrapped(Letter kind, String letter, String to) {
    return "{\"type\":\"signal\",\"id\":%d,\"to\":\"%s\",\"payload\":\"%s\"}"
        .formatted(Template.FIRST_NUMBER, to, letter.replace("\\", "\\\\").replace("\"", "\\\""));
  }

  @Override
  public String from(String sender) {
    return "\"from\":\"" + sender + "\"";
  }
}
