package dev.confab.server;

import dev.confab.protocol.ClientMessage;
import dev.confab.protocol.DisplayName;
import java.util.List;
import java.util.function.UnaryOperator;

/// Servers for tests: on loopback, on a free port.
final class TestServers {
  private TestServers() {}

  static SignalingServer start(UnaryOperator<ServerConfig> change) {
    try {
      return SignalingServer.start(
          change.apply(ServerConfig.defaults().withAddress("127.0.0.1", 0)));
    } catch (StartException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static ClientMessage hello(String name) {
    return new ClientMessage.Hello(1, List.of(1), "test", new DisplayName(name), null);
  }

  interface Blocking {
    void run() throws InterruptedException;
  }

  static Runnable uninterrupted(Blocking task) {
    return () -> {
      try {
        task.run();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }
}
