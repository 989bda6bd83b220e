package dev.confab.server.dashboard;

import dev.confab.server.dashboard.Porter.Verdict;
import dev.confab.server.dashboard.Visits.Visit;
import dev.confab.server.http.Answer;
import dev.confab.server.http.Request;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// In and out again. Whoever logs in gets a new key whatever key the browser came with, and with
/// the goodbye it is worth nothing.
final class LoginPages {
  static final String PATH = "/dashboard/login";

  /// Told by the first page after a login: without the cookie it comes back here.
  static final String JUST_IN = "in";

  private static final Logger LOG = LoggerFactory.getLogger("confab.server");
  private static final int PATIENCE_SECONDS = 15;

  private final Visits visits;
  private final Porter porter;
  private final String page = Sheets.read("login.html");

  LoginPages(Visits visits, Porter porter) {
    this.visits = visits;
    this.porter = porter;
  }

  Optional<Visit> visit(Request request) {
    return request.cookie(cookieName(request)).flatMap(visits::find);
  }

  /// A browser holds to what `__Host-` says (RFC 6265bis): TLS alone, this very host, every path.
  private static String cookieName(Request request) {
    return Gate.isLoopback(request) ? "confab" : "__Host-confab";
  }

  private static String cookie(Request request, String key, String more) {
    String secure = Gate.isLoopback(request) ? "" : "; Secure";
    return "%s=%s; Path=/; HttpOnly; SameSite=Strict%s%s"
        .formatted(cookieName(request), key, secure, more);
  }

  Answer form(Request request) {
    if (visit(request).isPresent()) {
      return Answer.seeOther(DashboardPages.PATH);
    }
    return request.query().equals(JUST_IN)
        ? page(
            200,
            "Your browser has kept no cookie. Open this page by https, or on the server itself by"
                + " localhost.")
        : page(200, "");
  }

  Answer enter(Request request) throws InterruptedException {
    if (!Gate.isFromOurPage(request)) {
      return Answer.text(403, "This did not come from the login page.");
    }
    return switch (verdict(request)) {
      case Verdict.Welcome(Role role, String key) -> {
        request.cookie(cookieName(request)).ifPresent(visits::end);
        log("in", role.label());
        yield Answer.seeOther(DashboardPages.PATH + "?" + JUST_IN)
            .with("Set-Cookie", cookie(request, key, ""));
      }
      case Verdict.Wrong() -> {
        log("wrong", "none");
        yield page(403, "This password is wrong.");
      }
      case Verdict.Later() -> {
        log("too-many", "none");
        yield page(429, "Too many attempts. Try again in a minute.").with("Retry-After", "60");
      }
    };
  }

  private Verdict verdict(Request request) throws InterruptedException {
    String password = request.form().getOrDefault("password", "");
    CompletableFuture<Verdict> asked = porter.ask(request.address(), password);
    try {
      return asked.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return new Verdict.Later();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  Answer leave(Request request) {
    request.cookie(cookieName(request)).ifPresent(visits::end);
    return Answer.seeOther(PATH).with("Set-Cookie", cookie(request, "", "; Max-Age=0"));
  }

  private Answer page(int status, String message) {
    return Answer.page(status, page.replace("@MESSAGE@", message));
  }

  private static void log(String outcome, String role) {
    LOG.atInfo()
        .addKeyValue("event", "dashboard-login")
        .addKeyValue("outcome", outcome)
        .addKeyValue("role", role)
        .log();
  }
}
