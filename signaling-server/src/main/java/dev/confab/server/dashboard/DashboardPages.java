package dev.confab.server.dashboard;

import dev.confab.protocol.InvalidValueException;
import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomId;
import dev.confab.server.dashboard.Look.Wish;
import dev.confab.server.dashboard.Visits.Visit;
import dev.confab.server.http.Answer;
import dev.confab.server.http.Request;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What someone gets who has logged in. Whatever is asked for by POST needs the token of the page
/// as well; names of rooms and what is searched for stand in the body, so that no log of a proxy
/// has them.
final class DashboardPages {
  static final String PATH = "/dashboard";

  private static final Logger LOG = LoggerFactory.getLogger("confab.server");
  private static final int PATIENCE_SECONDS = 5;

  private final LoginPages login;
  private final Look look;
  private final Snapshots snapshots;
  private final Deeds deeds;
  private final String page;

  DashboardPages(LoginPages login, Look look, Snapshots snapshots, Deeds deeds, String version) {
    this.login = login;
    this.look = look;
    this.snapshots = snapshots;
    this.deeds = deeds;
    this.page = Sheets.read("dashboard.html").replace("@VERSION@", version);
  }

  /// Answers those who are logged in.
  private interface Inside {
    Answer answer(Request request, Visit visit) throws InterruptedException;
  }

  Answer page(Request request) {
    return login
        .visit(request)
        .map(
            visit ->
                Answer.page(
                    200,
                    page.replace("@TOKEN@", visit.token()).replace("@ROLE@", visit.role().label())))
        .orElseGet(
            () ->
                Answer.seeOther(
                    request.query().equals(LoginPages.JUST_IN)
                        ? LoginPages.PATH + "?" + LoginPages.JUST_IN
                        : LoginPages.PATH));
  }

  Answer data(Request request) throws InterruptedException {
    return inside(request, (asked, _) -> data(asked.form()));
  }

  private Answer data(Map<String, String> form) throws InterruptedException {
    Wish wish =
        new Wish(
            form.getOrDefault("search", ""),
            form.getOrDefault("order", ""),
            form.getOrDefault("room", ""));
    return look.at(wish)
        .map(Answer::json)
        .orElseGet(() -> Answer.text(503, "The rooms' thread does not answer."));
  }

  Answer leave(Request request) throws InterruptedException {
    return inside(request, (asked, _) -> login.leave(asked));
  }

  Answer act(Request request) throws InterruptedException {
    return inside(request, this::act);
  }

  private Answer act(Request request, Visit visit) throws InterruptedException {
    return switch (visit.role()) {
      case VIEWER -> Answer.text(403, "This is for admins.");
      case ADMIN -> act(request.form());
    };
  }

  private Answer act(Map<String, String> form) throws InterruptedException {
    try {
      String deed = form.getOrDefault("deed", "");
      return switch (deed) {
        case "remove" -> {
          PeerId peer = PeerId.parse(form.getOrDefault("peer", ""));
          yield done(deed, peer.value(), deeds.remove(peer));
        }
        case "close" -> {
          RoomId room = RoomId.parse(form.getOrDefault("room", ""));
          yield done(deed, room.value(), deeds.close(room));
        }
        default -> Answer.text(400, "There is nothing like that to do.");
      };
    } catch (InvalidValueException e) {
      return Answer.text(400, String.valueOf(e.getMessage()));
    }
  }

  /// Every deed leaves a line, whatever comes of it.
  private Answer done(String deed, String to, CompletableFuture<Boolean> outcome)
      throws InterruptedException {
    String how = "unanswered";
    try {
      boolean found = outcome.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      how = found ? "done" : "not-there";
      snapshots.outdate();
      return found ? Answer.json("{\"done\":true}") : Answer.text(404, "It is gone already.");
    } catch (TimeoutException e) {
      return Answer.text(503, "The rooms' thread does not answer.");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      LOG.atInfo()
          .addKeyValue("event", "dashboard-action")
          .addKeyValue("role", Role.ADMIN.label())
          .addKeyValue("action", deed)
          .addKeyValue("to", to)
          .addKeyValue("outcome", how)
          .log();
    }
  }

  private Answer inside(Request request, Inside then) throws InterruptedException {
    if (!Gate.isFromOurPage(request)) {
      return Answer.text(403, "This did not come from the dashboard.");
    }
    Visit visit = login.visit(request).orElse(null);
    if (visit == null) {
      return Answer.text(401, "Log in first.");
    }
    if (!visit.isToken(request.form().getOrDefault("token", ""))) {
      return Answer.text(403, "This did not come from the page that is open.");
    }
    return then.answer(request, visit);
  }
}
