package org.fihris.server;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.fihris.NewsIndex;
import org.fihris.query.Dimension;
import org.fihris.query.FacetRequest;
import org.fihris.query.Reprints;
import org.fihris.query.SearchRequest;
import org.fihris.search.NewsSearcher;

/**
 * An index over HTTP, as {@code docs/serving.md} describes it. It only reads: nothing that a client
 * sends changes the index. Safe for any number of threads.
 */
public final class NewsServer implements AutoCloseable {
  private static final Duration LOOK_FOR_COMMITS = Duration.ofSeconds(1);

  private final WebServer web;
  private final Api api;
  private final Health health;
  private final SlowClients slowClients;
  private final Workers workers;
  private final CurrentSearcher searcher;

  private NewsServer(
      WebServer web,
      Api api,
      Health health,
      SlowClients slowClients,
      Workers workers,
      CurrentSearcher searcher) {
    this.web = web;
    this.api = api;
    this.health = health;
    this.slowClients = slowClients;
    this.workers = workers;
    this.searcher = searcher;
  }

  /**
   * Opens an index and serves its last commit, and whichever is the last later on. Answers when it
   * returns.
   *
   * @throws org.fihris.index.IndexException if the index cannot be opened
   * @throws ServerException if it cannot listen at the host and port
   */
  public static NewsServer start(NewsIndex index, ServerOptions options) {
    return start(index, options, Clock.systemDefaultZone());
  }

  static NewsServer start(NewsIndex index, ServerOptions options, Clock clock) {
    InetAddress address = address(options.host());
    ServerLimits limits = options.limits();
    CurrentSearcher searcher = CurrentSearcher.open(index, LOOK_FOR_COMMITS, NewsServer::warm);
    Workers workers = new Workers(limits);
    SlowClients slowClients = new SlowClients(limits.clientTime().plus(limits.requestTime()));
    Health health = new Health(searcher);
    try {
      Metrics metrics = new Metrics(workers, searcher);
      HttpRouting.Builder routing = HttpRouting.builder();
      routing.addFilter(new Gate(options, metrics));
      health.addTo(routing);
      Route.add(
          routing,
          "/metrics",
          (request, response) -> Sender.send(metrics.answer(), request, response));
      Turns turns = new Turns(searcher, workers, metrics, clock);
      Api api = new Api(index, turns, clock, limits);
      api.addTo(routing);
      new Pages(turns, index, clock).addTo(routing);
      Failures.addTo(routing);
      WebServer web = listen(address, options.port(), limits, slowClients, routing);
      return new NewsServer(web, api, health, slowClients, workers, searcher);
    } catch (RuntimeException e) {
      slowClients.close();
      workers.close();
      searcher.close();
      throw e;
    }
  }

  private static InetAddress address(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new ServerException("no network of this machine is known as " + host, e);
    }
  }

  private static WebServer listen(
      InetAddress address,
      int port,
      ServerLimits limits,
      SlowClients slowClients,
      HttpRouting.Builder routing) {
    WebServer web =
        WebServer.builder()
            .address(address)
            .port(port)
            .shutdownHook(false)
            .shutdownGracePeriod(limits.stopTime())
            .maxTcpConnections(limits.connections())
            .maxPayloadSize(0)
            .idleConnectionTimeout(limits.clientTime())
            .idleConnectionPeriod(limits.clientTime().dividedBy(4))
            .protocolsDiscoverServices(false)
            .addProtocol(
                Http1Config.builder()
                    .maxPrologueLength(limits.addressBytes())
                    .maxHeadersSize(limits.headerBytes())
                    .addReceiveListener(slowClients)
                    .build())
            .directHandlers(Failures.direct())
            .routing(routing)
            .build()
            .start();
    if (!web.isRunning()) { // Helidon has logged why
      throw new ServerException(
          "cannot listen at %s, port %d: another program does, or it is not allowed to this one"
              .formatted(address.getHostAddress(), port));
    }
    return web;
  }

  /** What the first request would have to wait for. */
  private static void warm(NewsSearcher searcher) {
    searcher.search(
        SearchRequest.of("")
            .withReprints(Reprints.COLLAPSED)
            .withFacets(List.of(Dimension.values()).stream().map(FacetRequest::of).toList()));
  }

  Api api() {
    return api;
  }

  /** For tests that need the server busy. */
  Workers workers() {
    return workers;
  }

  /** Where it listens. */
  public int port() {
    return web.port();
  }

  /**
   * Stops: takes no more connections, lets the requests that are under way end, as far as the time
   * to stop allows, and closes the index.
   */
  @Override
  public void close() {
    health.stop();
    web.stop();
    slowClients.close();
    workers.close();
    searcher.close();
  }
}
