package dev.confab.server;

import dev.confab.protocol.PeerId;
import dev.confab.protocol.RoomId;
import dev.confab.server.dashboard.Dashboard;
import dev.confab.server.dashboard.Deeds;
import dev.confab.server.gate.AccessRules;
import dev.confab.server.http.HealthPages;
import dev.confab.server.http.HttpPort;
import dev.confab.server.http.MetricsPage;
import dev.confab.server.http.Pulse;
import dev.confab.server.http.Routes;
import dev.confab.server.metrics.Metrics;
import dev.confab.server.metrics.Tally;
import dev.confab.server.net.Listener;
import dev.confab.server.net.Observer;
import dev.confab.server.net.Vitals;
import dev.confab.server.room.RoomView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The second port, and all that is behind it. Without that setting there is none of this, and
/// nothing is counted.
final class Watch implements AutoCloseable {
  private final HttpSettings settings;
  private final AccessRules access;
  private final Tally tally = new Tally();
  private final Metrics metrics = new Metrics(tally);
  private final @Nullable Dashboard dashboard;
  private @Nullable HttpPort port;

  Watch(HttpSettings settings, AccessRules access) {
    this.settings = settings;
    this.access = access;
    this.dashboard =
        settings.dashboard() == null ? null : new Dashboard(settings.dashboard(), tally);
  }

  /// Are to be told of everything from the start.
  List<Observer> observers() {
    List<Observer> observers = new ArrayList<>(List.of(tally));
    if (dashboard != null) {
      observers.addAll(dashboard.observers());
    }
    return observers;
  }

  /// Listens when this returns.
  void open(Listener listener) throws IOException {
    Routes routes = new Routes();
    Pulse pulse = new Pulse(listener::vitals);
    HealthPages.addTo(routes, pulse);
    MetricsPage.addTo(routes, metrics, pulse, settings.metricsToken());
    if (dashboard != null) {
      dashboard.addTo(routes, source(listener), Main.version());
    }
    port = HttpPort.open(settings.bind(), settings.port(), routes, access);
  }

  private static Dashboard.Source source(Listener listener) {
    return new Dashboard.Source() {
      @Override
      public CompletableFuture<List<RoomView>> rooms() {
        return listener.overview();
      }

      @Override
      public CompletableFuture<Vitals> vitals() {
        return listener.vitals();
      }

      @Override
      public Deeds deeds() {
        return Watch.deeds(listener);
      }
    };
  }

  private static Deeds deeds(Listener listener) {
    return new Deeds() {
      @Override
      public CompletableFuture<Boolean> remove(PeerId peer) {
        return listener.expel(peer);
      }

      @Override
      public CompletableFuture<Boolean> close(RoomId room) {
        return listener.closeRoom(room);
      }
    };
  }

  /// The real one; 0 before [#open].
  int port() {
    return port == null ? 0 : port.port();
  }

  @Override
  public void close() {
    if (port != null) {
      port.close();
    }
    if (dashboard != null) {
      dashboard.close();
    }
    metrics.close();
  }
}
