package dev.confab.bench.dialect;

import dev.confab.bench.crowd.Dialect;
import dev.confab.bench.crowd.Letter;
import dev.confab.bench.crowd.Member;
import dev.confab.bench.wire.Upgrade;
import java.util.List;

/// That of the server which only gives back what it got. It shows how much the generator itself can
/// do: no figure near to that one says anything about a server.
public final class EchoDialect implements Dialect {
  @Override
  public Upgrade upgrade(Member member) {
    return new Upgrade("/", "");
  }

  @Override
  public void opened(Member member) {
    member.isIn("echo", List.of());
  }

  @Override
  public void heard(Member member, String text) {
    member.failed(text);
  }

  @Override
  public String wrapped(Letter kind, String letter, String to) {
    return letter;
  }

  @Override
  public String from(String sender) {
    return "";
  }
}
