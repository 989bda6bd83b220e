package dev.confab.server.metrics;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;

/// Shows [Times] to Prometheus as a histogram.
final class TimesCollector implements Collector {
  private final String name;
  private final String help;
  private final Times times;

  TimesCollector(String name, String help, Times times) {
    this.name = name;
    this.help = help;
    this.times = times;
  }

  void register(PrometheusMeterRegistry registry) {
    registry.getPrometheusRegistry().register(this);
  }

  @Override
  public MetricSnapshot collect() {
    return HistogramSnapshot.builder()
        .name(name)
        .help(help)
        .dataPoint(
            HistogramDataPointSnapshot.builder()
                .classicHistogramBuckets(
                    ClassicHistogramBuckets.of(Times.limits(), times.buckets()))
                .sum(times.seconds())
                .build())
        .build();
  }
}
