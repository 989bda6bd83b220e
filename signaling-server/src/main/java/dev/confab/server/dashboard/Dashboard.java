package dev.confab.server.dashboard;

import dev.confab.server.http.Answer;
import dev.confab.server.http.Handler;
import dev.confab.server.http.Routes;
import dev.confab.server.metrics.Tally;
import dev.confab.server.net.Observer;
import dev.confab.server.net.Vitals;
import dev.confab.server.room.RoomView;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Puts the dashboard together. Methods may be called on any thread.
public final class Dashboard implements AutoCloseable {
  private final DashboardSettings settings;
  private final History history;
  private final Tally tally;
  private final Feed feed = new Feed(InstantSource.system());
  private final Guestbook guestbook = new Guestbook();
  private final Visits visits = new Visits(System::nanoTime);
  private final Porter porter;

  /// `tally` is one of the server's observers.
  public Dashboard(DashboardSettings settings, Tally tally) {
    this.settings = settings;
    this.tally = tally;
    this.history = new History(tally);
    this.porter = new Porter(settings, visits, System::nanoTime, Thread::sleep);
  }

  /// Have to be told what happens in the server.
  public List<Observer> observers() {
    return List.of(feed, guestbook);
  }

  /// Where it learns of the rooms: all is answered on the rooms' thread.
  public interface Source {
    CompletableFuture<List<RoomView>> rooms();

    CompletableFuture<Vitals> vitals();

    Deeds deeds();
  }

  public void addTo(Routes routes, Source source, String version) {
    history.start();
    Snapshots snapshots =
        new Snapshots(() -> source.vitals().thenCombine(source.rooms(), Snapshots.Seen::new));
    Figures figures = new Figures(tally, history);
    Look look = new Look(snapshots, figures, feed, guestbook);
    LoginPages login = new LoginPages(visits, porter);
    DashboardPages pages = new DashboardPages(login, look, snapshots, source.deeds(), version);
    get(routes, DashboardPages.PATH, pages::page);
    get(routes, LoginPages.PATH, login::form);
    routes.postAside(LoginPages.PATH, ours(login::enter));
    post(routes, "/dashboard/data", pages::data);
    post(routes, "/dashboard/act", pages::act);
    post(routes, "/dashboard/logout", pages::leave);
    sheet(routes, "dashboard.css", "text/css; charset=utf-8");
    sheet(routes, "dashboard.js", "text/javascript; charset=utf-8");
    sheet(routes, "icon.svg", "image/svg+xml");
  }

  private void sheet(Routes routes, String name, String type) {
    String text = Sheets.read(name);
    get(routes, "/dashboard/" + name, _ -> Answer.of(200, type, text));
  }

  private void get(Routes routes, String path, Handler handler) {
    routes.get(path, ours(handler));
  }

  private void post(Routes routes, String path, Handler handler) {
    routes.post(path, ours(handler));
  }

  private Handler ours(Handler handler) {
    Gate gate = new Gate(settings.hosts());
    return request ->
        gate.isOurs(request)
            ? handler.answer(request)
            : Answer.text(
                421, "The dashboard does not go by this name. Its setting is dashboard-host.");
  }

  @Override
  public void close() {
    history.close();
    porter.close();
  }
}
