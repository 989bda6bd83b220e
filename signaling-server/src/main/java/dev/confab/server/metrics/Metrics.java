package dev.confab.server.metrics;

import dev.confab.server.log.LossyAppender;
import dev.confab.server.net.Vitals;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// The text that Prometheus fetches. May be used on any thread.
public final class Metrics implements AutoCloseable {
  /// Of the text: Prometheus 0.0.4.
  public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final String JOIN_HELP =
      "From the arrival of a join to the moment its joined is handed to the socket.";
  private static final String RELAY_HELP =
      "From the arrival of a signal to the moment it is handed to the receiver's socket.";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collector = new JvmGcMetrics();

  /// Null while the rooms' thread does not answer.
  private volatile @Nullable Vitals vitals;

  public Metrics(Tally tally) {
    registry.throwExceptionOnRegistrationFailure();
    people(tally);
    traffic(tally);
    new TimesCollector("confab_join_seconds", JOIN_HELP, tally.joining).register(registry);
    new TimesCollector("confab_relay_seconds", RELAY_HELP, tally.relaying).register(registry);
    waiting();
    List<MeterBinder> java =
        List.of(
            collector,
            new JvmMemoryMetrics(),
            new JvmThreadMetrics(),
            new ProcessorMetrics(),
            new FileDescriptorMetrics(),
            new UptimeMetrics());
    java.forEach(it -> it.bindTo(registry));
  }

  private void people(Tally tally) {
    gauge("confab.members", "People in rooms.", tally.members);
    gauge("confab.rooms", "Rooms with someone in them.", tally.rooms);
    gauge("confab.connections", "Open connections.", tally.connections);
    counter("confab.joins", "Who came into a room.", tally.joins);
    counters("confab.leaves", "Who is no longer in a room, and why.", "reason", tally.leaves);
    String resumes = "Sessions that a client came back to, or could not.";
    counters(
        "confab.resumes",
        resumes,
        "outcome",
        Map.of("succeeded", tally.resumed, "failed", tally.notResumed));
    counter("confab.connections.opened", "Handshakes.", tally.opened);
    String turnedAway = "Who was turned away before there was a session, and why.";
    counters("confab.connections.refused", turnedAway, "reason", tally.turnedAway);
    counters("confab.connections.closed", "Connections that ended.", "code", tally.closed);
  }

  private void traffic(Tally tally) {
    counter("confab.messages.received", "Messages from clients.", tally.received);
    counter("confab.received.bytes", "Their size, as text.", tally.receivedLength);
    counter("confab.messages.relayed", "Signals handed to their receivers.", tally.relayed);
    counter("confab.relayed.bytes", "Their size, as text.", tally.relayedLength);
    counters("confab.refused", "Messages that were refused.", "code", tally.refused);
    counter("confab.faults", "Bugs of the server that cost a connection.", tally.faults);
    FunctionCounter.builder("confab.log.lines.lost", this, _ -> LossyAppender.lost())
        .description("Lines of the log that could not be written.")
        .register(registry);
  }

  private void waiting() {
    vital("confab.sessions.awaited", "Sessions without a socket, for a while.", Vitals::awaited);
    vital("confab.mailbox.messages", "Messages that wait for the rooms' thread.", Vitals::mailbox);
    vital("confab.outbox.frames", "What waits to be written to clients.", Vitals::unsentFrames);
    vital("confab.outbox.bytes", "The same in bytes.", Vitals::unsentBytes);
  }

  private void gauge(String name, String help, Count count) {
    Gauge.builder(name, count, Count::value).description(help).register(registry);
  }

  private void counter(String name, String help, Count count) {
    FunctionCounter.builder(name, count, Count::value).description(help).register(registry);
  }

  private void counters(String name, String help, String label, Map<String, Count> counts) {
    counts.forEach(
        (value, count) ->
            FunctionCounter.builder(name, count, Count::value)
                .tag(label, value)
                .description(help)
                .register(registry));
  }

  private void vital(String name, String help, ToDoubleFunction<Vitals> value) {
    Gauge.builder(name, this, it -> it.vitals == null ? Double.NaN : value.applyAsDouble(it.vitals))
        .description(help)
        .register(registry);
  }

  /// All metrics, as text of [#CONTENT_TYPE]. `now` is null when the rooms' thread does not answer.
  public String text(@Nullable Vitals now) {
    vitals = now;
    return registry.scrape();
  }

  @Override
  public void close() {
    collector.close();
    registry.close();
  }
}
