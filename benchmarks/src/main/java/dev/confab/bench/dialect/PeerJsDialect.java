package dev.confab.bench.dialect;

import dev.confab.bench.crowd.Dialect;
import dev.confab.bench.crowd.Letter;
import dev.confab.bench.crowd.Member;
import dev.confab.bench.wire.Upgrade;
import java.time.Duration;
import java.util.Optional;

/// PeerServer's. It has no rooms: ids are chosen by the clients, who learn those of others
/// elsewhere. It keeps what is for someone who is on the way.
public final class PeerJsDialect implements Dialect {
  /// As the client of PeerJS does.
  private static final Heartbeat HEARTBEAT =
      new Heartbeat("{\"type\":\"HEARTBEAT\"}", Duration.ofSeconds(5));

  @Override
  public Upgrade upgrade(Member member) {
    return new Upgrade(
        "/peerjs?key=peerjs&id=%s&token=t%d&version=1.5.4".formatted(id(member), member.number()),
        "");
  }

  /// The one that it asks for.
  private static String id(Member member) {
    return "member-%08d".formatted(member.number());
  }

  @Override
  public void opened(Member member) {
    // the server speaks first
  }

  @Override
  public void heard(Member member, String text) {
    if (Field.of(text, "type").equals("OPEN")) {
      member.isIn(id(member), member.ahead().stream().map(PeerJsDialect::id).toList());
    } else {
      member.failed(text);
    }
  }

  @Override
  public String wrapped(Letter kind, String letter, String to) {
    return "{\"type\":\"%s\",\"payload\":%s,\"dst\":\"%s\"}".formatted(kind, letter, to);
  }

  @Override
  public String from(String sender) {
    return "\"src\":\"" + sender + "\"";
  }

  @Override
  public Optional<Heartbeat> heartbeat() {
    return Optional.of(HEARTBEAT);
  }
}
