package dev.confab.server;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// SIGTERM and SIGINT: the first ends the program in order, which may take as long as members may
/// stay; a second one ends it at once. By itself, Java lets the second wait for the first.
///
/// `sun.misc.Signal` is the only way to them (JEP 260 keeps it for that), and javac warns of each
/// mention; hence by reflection. Where it is not there, Java's own way stays.
final class EndSignals {
  private static final Logger LOG = LoggerFactory.getLogger("confab.server");
  private static final int AT_ONCE = 1;

  private EndSignals() {}

  static void take() {
    AtomicBoolean ending = new AtomicBoolean();
    Runnable told =
        () -> {
          if (ending.getAndSet(true)) {
            Runtime.getRuntime().halt(AT_ONCE);
          }
          System.exit(0); // the shutdown hook has the last word on it
        };
    try {
      for (String name : List.of("TERM", "INT")) {
        handle(name, told);
      }
    } catch (ReflectiveOperationException e) {
      LOG.atDebug().setCause(e).log("a second signal will wait for the first");
    }
  }

  /// The handler is called on a thread of its own for each signal.
  private static void handle(String name, Runnable told) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    MethodHandle run =
        MethodHandles.lookup()
            .findVirtual(Runnable.class, "run", MethodType.methodType(void.class));
    Object ours =
        MethodHandleProxies.asInterfaceInstance(
            handler, MethodHandles.dropArguments(run.bindTo(told), 0, signal));
    signal
        .getMethod("handle", signal, handler)
        .invoke(null, signal.getConstructor(String.class).newInstance(name), ours);
  }
}
