package dev.confab.installer;

import dev.confab.system.Installation;
import dev.confab.system.Installation.NotBuiltException;
import dev.confab.system.Programs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Clients as they were built, on the machine that was set up by the guide. They hide their
/// address, so that all goes through its relay, and trust the authority of its certificate.
record GuidedClients(SeparateMachine machine, Installation built, Path trust) implements Programs {
  @Override
  public List<String> server(List<String> options) throws NotBuiltException {
    return machine.command(built.server(options));
  }

  @Override
  public List<String> client(Path reports, List<String> options) throws NotBuiltException {
    List<String> command =
        new ArrayList<>(
            List.of("env", "JDK_JAVA_OPTIONS=-Djavax.net.ssl.trustStore='" + trust + "'"));
    command.addAll(built.client(reports, options));
    command.add("--relay-only");
    return machine.command(command);
  }
}
