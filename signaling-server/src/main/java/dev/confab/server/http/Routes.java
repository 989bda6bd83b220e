package dev.confab.server.http;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Which path is answered by whom. Is complete before it is used.
public final class Routes {
  /// Who makes an answer at the same time as others. Health does not stand in this line: whoever is
  /// slow here must not make the server look dead.
  private static final int AT_A_TIME = 4;

  private static final int WAIT_SECONDS = 2;

  private final Map<String, Map<String, Handler>> handlers = new HashMap<>();
  private final Semaphore places = new Semaphore(AT_A_TIME);

  public Routes get(String path, Handler handler) {
    return add("GET", path, request -> inTurn(handler, request));
  }

  public Routes post(String path, Handler handler) {
    return add("POST", path, request -> inTurn(handler, request));
  }

  /// For what is answered at once, however busy this port is.
  Routes getAtOnce(String path, Handler handler) {
    return add("GET", path, handler);
  }

  /// For what waits in a line of its own.
  public Routes postAside(String path, Handler handler) {
    return add("POST", path, handler);
  }

  private Routes add(String method, String path, Handler handler) {
    handlers.computeIfAbsent(path, _ -> new HashMap<>()).put(method, handler);
    return this;
  }

  private Answer inTurn(Handler handler, Request request) throws InterruptedException {
    if (!places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
      return Answer.text(503, "busy").with("Retry-After", "5");
    }
    try {
      return handler.answer(request);
    } finally {
      places.release();
    }
  }

  Answer answer(Request request) throws InterruptedException {
    Map<String, Handler> there = handlers.get(request.path());
    if (there == null) {
      return Answer.text(404, "There is nothing here.");
    }
    Handler handler = there.get(request.method().equals("HEAD") ? "GET" : request.method());
    if (handler == null) {
      return Answer.text(405, "Not with this method.").with("Allow", allowed(there.keySet()));
    }
    return handler.answer(request);
  }

  private static String allowed(Set<String> methods) {
    Set<String> all = new TreeSet<>(methods);
    if (all.contains("GET")) {
      all.add("HEAD");
    }
    return String.join(", ", all);
  }
}
