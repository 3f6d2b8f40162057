package org.fihris.server;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.DoubleSupplier;

/** Counts what the server does, for Prometheus. Safe for any number of threads. */
final class Metrics {
  private final PrometheusRegistry registry = new PrometheusRegistry();

  private final Counter requests =
      Counter.builder()
          .name("fihris_requests")
          .help("Requests that were answered, by route and status.")
          .labelNames("route", "status")
          .register(registry);

  private final Histogram seconds =
      Histogram.builder()
          .name("fihris_request_duration_seconds")
          .help("From the last header of a request to the last byte of its answer.")
          .labelNames("route")
          .classicOnly()
          .classicUpperBounds(.002, .005, .01, .02, .05, .1, .2, .5, 1, 2, 5, 10)
          .register(registry);

  private final Gauge inFlight =
      Gauge.builder()
          .name("fihris_requests_in_flight")
          .help("Requests that are being answered or wait for it.")
          .register(registry);

  private final Counter rejected =
      Counter.builder()
          .name("fihris_requests_rejected")
          .help("Requests that were answered with 503, by reason.")
          .labelNames("reason")
          .register(registry);

  Metrics(Workers workers, CurrentSearcher searcher) {
    gauge("fihris_queue_length", "Requests that wait for their turn.", workers::waiting);
    gauge("fihris_index_articles", "Articles of the commit in use.", searcher::articles);
    gauge("fihris_index_commit", "The number of the commit in use.", searcher::commit);
    gauge(
        "fihris_index_behind",
        "1 where the last commit cannot be opened, and the one before is in use.",
        () -> searcher.problem() == null ? 0 : 1);
    Runtime java = Runtime.getRuntime();
    gauge(
        "fihris_heap_used_bytes",
        "The heap of Java in use, with what was not yet collected.",
        () -> java.totalMemory() - java.freeMemory());
  }

  private void gauge(String name, String help, DoubleSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(value.getAsDouble()))
        .register(registry);
  }

  void begun() {
    inFlight.inc();
  }

  /**
   * @param route the pattern of a path, of which there are few
   */
  void ended(String route, int status, long nanos) {
    inFlight.dec();
    requests.labelValues(route, String.valueOf(status)).inc();
    seconds.labelValues(route).observe(nanos / 1e9);
  }

  void rejected(Problem problem) {
    rejected.labelValues(problem.type()).inc();
  }

  Answer answer() {
    ByteArrayOutputStream text = new ByteArrayOutputStream(1 << 13);
    try {
      PrometheusTextFormatWriter.create().write(text, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // there is no file behind it
    }
    return Answer.of(
        PrometheusTextFormatWriter.CONTENT_TYPE, text.toByteArray(), Answer.Keeping.NEVER);
  }
}
