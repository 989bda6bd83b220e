package dev.confab.client.app;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/// SIGINT (Ctrl-C) and SIGTERM, for a program that ends in an order of its own. Left to the virtual
/// machine they tear JavaFX down while it draws, with a stack trace.
///
/// `sun.misc.Signal` is the only way to a signal. The module `jdk.unsupported` offers it to all,
/// but the compiler's warning of it cannot be answered; so it is found by its name.
final class EndSignals {
  private static final List<String> NAMES = List.of("INT", "TERM");

  private EndSignals() {}

  /// `end` is run on a thread of the virtual machine, at the first signal; the next one goes to the
  /// virtual machine, in case the end does not come.
  ///
  /// @throws ReflectiveOperationException when this Java has no `sun.misc.Signal`
  static void run(Runnable end) throws ReflectiveOperationException {
    Class<?> signalClass = Class.forName("sun.misc.Signal");
    Class<?> handlerClass = Class.forName("sun.misc.SignalHandler");
    Constructor<?> signal = signalClass.getConstructor(String.class);
    Method handle = signalClass.getMethod("handle", signalClass, handlerClass);
    for (String name : NAMES) {
      AtomicReference<Object> before = new AtomicReference<>();
      InvocationHandler once =
          (_, _, caught) -> { // SignalHandler.handle(Signal)
            handle.invoke(null, caught[0], before.get());
            end.run();
            return null;
          };
      Object handler =
          Proxy.newProxyInstance(
              handlerClass.getClassLoader(), new Class<?>[] {handlerClass}, once);
      before.set(handle.invoke(null, signal.newInstance(name), handler));
    }
  }
}
