package dev.confab.client.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What another program tells this one on standard input, a line each. The end of the input means
/// that the other one has gone, so that nothing started by a program outlives it.
///
/// Read on a thread of its own; carried out on the front's, but for `say`, which may be called from
/// any thread.
record Commands(Executor front, Runnable screenshot, Consumer<String> say, Runnable quit) {
  private static final String SAY = "say ";

  private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

  void listen() {
    Thread.ofPlatform().name("confab-commands").daemon().start(this::read);
  }

  private void read() {
    try {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        carryOut(line.strip());
      }
    } catch (IOException e) {
      LOG.warn("No more commands can be read", e);
    }
    front.execute(quit);
  }

  private void carryOut(String command) {
    if (command.startsWith(SAY)) {
      say.accept(command.substring(SAY.length()));
      return;
    }
    switch (command) {
      case "screenshot" ->
          front.execute(
              () -> {
                screenshot.run();
                System.out.println("screenshot done");
              });
      case "quit" -> front.execute(quit);
      default -> LOG.warn("There is no command {}", command);
    }
  }
}
