package io.sheaf.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/// SIGINT, SIGTERM and their like.
///
/// Through `sun.misc.Signal`, which has no public twin; by name, because the compiler warns of it.
final class Interrupts {
  private Interrupts() {}

  /// Calls the action for every signal that arrives, in a thread of its own, instead of ending the
  /// process. A signal that the process was started to ignore stays ignored.
  ///
  /// @param names as in `INT`
  /// @throws IllegalStateException if this Java has no signals
  static void onSignals(Runnable action, String... names) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object proxy =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (_, method, _) -> {
                if (method.getName().equals("handle")) {
                  action.run();
                }
                return null;
              });
      for (String name : names) {
        Object one = signal.getConstructor(String.class).newInstance(name);
        signal.getMethod("handle", signal, handler).invoke(null, one, proxy);
      }
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new IllegalStateException("this Java cannot catch signals: " + e, e);
    }
  }
}
