package dev.confab.bench.dialect;

import dev.confab.bench.crowd.Dialect;
import dev.confab.bench.crowd.Letter;
import dev.confab.bench.crowd.Member;
import dev.confab.bench.wire.Upgrade;

/// Socket.IO's protocol 5 in Engine.IO's protocol 4, over WebSocket from the beginning: a digit for
/// Engine.IO's kind of packet (0 open, 2 ping, 3 pong, 4 message), and in a message one for
/// Socket.IO's (0 connect, 2 event, 4 refused).
public final class SocketIoDialect implements Dialect {
  @Override
  public Upgrade upgrade(Member member) {
    return new Upgrade("/socket.io/?EIO=4&transport=websocket", "");
  }

  @Override
  public void opened(Member member) {
    // the server speaks first
  }

  @Override
  public void heard(Member member, String text) {
    if (text.startsWith("0")) {
      member.say("40");
    } else if (text.equals("2")) {
      member.say("3");
    } else if (text.startsWith("40")) {
      member.say("42[\"join\",{\"room\":\"%s\"}]".formatted(member.room()));
    } else if (text.startsWith("42[\"joined\"")) {
      member.isIn(Field.of(text, "self"), Field.array(text, "members"));
    } else if (!text.startsWith("42[\"member-")) {
      member.failed(text);
    }
  }

  @Override
  public String wrapped(Letter kind, String letter, String to) {
    return "42[\"signal\",{\"to\":\"%s\",\"payload\":%s}]".formatted(to, letter);
  }

  @Override
  public String from(String sender) {
    return "\"from\":\"" + sender + "\"";
  }
}
