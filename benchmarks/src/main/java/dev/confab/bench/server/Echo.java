package dev.confab.bench.server;

import dev.confab.bench.wire.EchoLoop;
import java.io.IOException;

/// The server that only gives back what it got, as a process.
public final class Echo {
  private Echo() {}

  public static void main(String[] arguments) throws IOException {
    try (EchoLoop loop = EchoLoop.open()) {
      System.out.println("Listening on ws://127.0.0.1:" + loop.port());
      loop.run();
    }
  }
}
