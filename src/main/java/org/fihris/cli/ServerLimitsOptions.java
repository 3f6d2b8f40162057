package org.fihris.cli;

import java.time.Duration;
import org.fihris.server.ServerLimits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How much a server does at once and for one client: for {@code serve}. */
final class ServerLimitsOptions {
  private static final ServerLimits USUAL = ServerLimits.usual();

  @Option(
      names = "--request-seconds",
      paramLabel = "N",
      description = "How long a request may take; default 10.")
  private @Nullable Integer requestSeconds;

  @Option(
      names = "--client-seconds",
      paramLabel = "N",
      description = "How long a client may take to send a request or take its answer; default 30.")
  private @Nullable Integer clientSeconds;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "How many requests are worked on at once; default one for each processor.")
  private @Nullable Integer workers;

  @Option(
      names = "--queue",
      paramLabel = "N",
      description = "How many more may wait; others are told to come back; default 100.")
  private @Nullable Integer queue;

  @Option(
      names = "--connections",
      paramLabel = "N",
      description = "How many connections are open at once; default 1000.")
  private @Nullable Integer connections;

  @Option(
      names = "--page-size",
      paramLabel = "N",
      description = "The most hits or values of one answer; default 100.")
  private @Nullable Integer pageSize;

  /**
   * @throws IllegalArgumentException if a number is out of its range
   */
  ServerLimits limits() {
    return USUAL
        .withRequestTime(seconds(requestSeconds, USUAL.requestTime()))
        .withClientTime(seconds(clientSeconds, USUAL.clientTime()))
        .withRequests(or(workers, USUAL.workers()), or(queue, USUAL.queue()))
        .withConnections(or(connections, USUAL.connections()))
        .withPageSize(or(pageSize, USUAL.pageSize()));
  }

  private static Duration seconds(@Nullable Integer chosen, Duration usual) {
    return chosen == null ? usual : Duration.ofSeconds(chosen);
  }

  private static int or(@Nullable Integer chosen, int usual) {
    return chosen == null ? usual : chosen;
  }
}
