package dev.confab.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedSelectorException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Real sockets, with the server that gives everything back.
@Timeout(60)
class LoopIT {
  @Test
  void whatIsSentComesBackWhateverItsSize() throws Exception {
    try (EchoLoop server = EchoLoop.open();
        Loop loop = new Loop()) {
      Thread.ofPlatform().daemon().start(() -> run(server));
      List<String> sent =
          List.of("a", "b".repeat(125), "c".repeat(126), "d".repeat(2500), "e".repeat(100_000));
      Texts texts = new Texts(sent);

      Link link = loop.connect(address(server), new Upgrade("/", ""), texts);
      while (texts.came.size() < sent.size()) {
        loop.turn(100);
      }

      assertThat(texts.came).isEqualTo(sent);
      link.close();
      while (!link.isGone()) {
        loop.turn(100);
      }
      assertThat(texts.ends).containsExactly("closed with 1000");
    }
  }

  @Test
  void whoIsNotAcceptedIsToldSo() throws Exception {
    int port;
    try (EchoLoop server = EchoLoop.open()) {
      port = server.port();
    }
    try (Loop loop = new Loop()) {
      Texts texts = new Texts(List.of());

      loop.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
          new Upgrade("/", ""),
          texts);
      while (texts.ends.isEmpty()) {
        loop.turn(100);
      }

      assertThat(texts.ends.getFirst()).containsIgnoringCase("refused");
    }
  }

  private static InetSocketAddress address(EchoLoop server) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
  }

  private static void run(EchoLoop server) {
    try {
      server.run();
    } catch (IOException | ClosedSelectorException e) {
      System.err.println("the server has ended: " + e);
    }
  }

  private static final class Texts implements Listener {
    private final List<String> sent;
    private final List<String> came = new ArrayList<>();
    private final List<String> ends = new ArrayList<>();

    Texts(List<String> sent) {
      this.sent = sent;
    }

    @Override
    public void opened(Link link) {
      sent.forEach(link::send);
    }

    @Override
    public void text(Link link, byte[] bytes, int from, int to) {
      came.add(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }

    @Override
    public void closed(Link link, String why) {
      ends.add(why);
    }
  }
}
