package org.fihris.cluster;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

/**
 * One node of a cluster, and whether it was there when it was asked last. The client could hold all
 * nodes, but then nobody could tell which of them is silent. Safe for any number of threads.
 */
final class ClusterNode implements AutoCloseable {
  private static final int CONNECTIONS = 64;

  /** So long a node that was missed is asked for nothing. */
  private static final Duration ASIDE = Duration.ofSeconds(10);

  private static final Duration SOON = Duration.ofSeconds(1);
  private static final long NEVER = Long.MIN_VALUE;

  private final ClusterAddress.Node name;
  private final OpenSearchTransport transport;
  private final OpenSearchGenericClient client;

  /** By the clock of {@link System#nanoTime}. */
  private final AtomicLong missed = new AtomicLong(NEVER);

  private ClusterNode(ClusterAddress.Node name, OpenSearchTransport transport) {
    this.name = name;
    this.transport = transport;
    this.client = new OpenSearchGenericClient(transport);
  }

  /**
   * Asks nothing yet.
   *
   * @param tls null for a node without it
   * @param authorization the header that says who asks; null for nobody
   */
  static ClusterNode of(
      ClusterAddress.Node name,
      @Nullable SSLContext tls,
      @Nullable String authorization,
      ClusterConnection.Timing timing) {
    PoolingAsyncClientConnectionManagerBuilder connections =
        PoolingAsyncClientConnectionManagerBuilder.create()
            .setMaxConnPerRoute(CONNECTIONS)
            .setMaxConnTotal(CONNECTIONS)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.of(timing.connect()))
                    .setSocketTimeout(Timeout.of(timing.answer()))
                    .build());
    if (tls != null) {
      connections.setTlsStrategy(ClientTlsStrategyBuilder.create().setSslContext(tls).buildAsync());
    }
    PoolingAsyncClientConnectionManager pool = connections.build();
    RequestConfig requests =
        RequestConfig.custom().setResponseTimeout(Timeout.of(timing.answer())).build();
    OpenSearchTransport transport =
        ApacheHttpClient5TransportBuilder.builder(
                new HttpHost(tls == null ? "http" : "https", bare(name), name.port()))
            .setMapper(new NoJson())
            .setDefaultHeaders(
                authorization == null
                    ? new Header[0]
                    : new Header[] {new BasicHeader("Authorization", authorization, true)})
            .setHttpClientConfigCallback(
                http ->
                    http.setConnectionManager(pool)
                        .setIOReactorConfig(IOReactorConfig.custom().setIoThreadCount(1).build())
                        .setUserAgent("fihris")
                        .setDefaultRequestConfig(requests))
            .build();
    return new ClusterNode(name, transport);
  }

  /** HttpClient wants addresses of IPv6 without their brackets. */
  private static String bare(ClusterAddress.Node node) {
    String host = node.host();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  CompletableFuture<Response> ask(ClusterRequest request) {
    Requests.JsonBodyBuilder asked =
        Requests.builder().method(request.method()).endpoint(request.path());
    if (request.body() != null) {
      asked.body(Body.from(request.body(), request.type()));
    }
    return client.executeAsync(asked.build());
  }

  /** What becomes of the simplest of requests. */
  enum Greeting {
    ANSWERED,
    FAILED,
    NOT_ANSWERED
  }

  /**
   * Asks the node whether it is there.
   *
   * @param time that it has for an answer
   */
  Greeting greet(Duration time) throws InterruptedException {
    CompletableFuture<Response> greeting = ask(ClusterRequest.of("GET", "/"));
    try (Response answered = greeting.get(time.toNanos(), TimeUnit.NANOSECONDS)) {
      return answered.getStatus() > 0 ? Greeting.ANSWERED : Greeting.FAILED;
    } catch (ExecutionException e) {
      return ClusterFailures.answered(e) == null ? Greeting.FAILED : Greeting.ANSWERED;
    } catch (IOException e) {
      return Greeting.FAILED;
    } catch (TimeoutException e) {
      return Greeting.NOT_ANSWERED;
    } finally {
      greeting.cancel(true);
    }
  }

  /** Notes that the node was not there, or could not take anything. */
  void miss() {
    missed.set(System.nanoTime());
  }

  /**
   * Whether the node should be asked before others are: it was not missed, or that is a while ago
   * and it is there again, which one of all threads finds out.
   */
  boolean isTrusted() throws InterruptedException {
    long when = missed.get();
    if (when == NEVER) {
      return true;
    }
    long now = System.nanoTime();
    return now - when >= ASIDE.toNanos()
        && missed.compareAndSet(when, now)
        && greet(SOON) == Greeting.ANSWERED
        && missed.compareAndSet(now, NEVER);
  }

  @Override
  public String toString() {
    return name.toString();
  }

  @Override
  public void close() throws IOException {
    transport.close();
  }
}
