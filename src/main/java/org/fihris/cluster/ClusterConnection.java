package org.fihris.cluster;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.fihris.config.IndexConfig;
import org.fihris.index.IndexException;
import org.fihris.index.Stamp;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import org.opensearch.client.transport.httpclient5.ResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * A connection to a cluster, and to one index of it. Requests go to its nodes in turn; one that a
 * node does not answer, or answers with 502, 503 or 504, goes to the next. What no node can take
 * now is asked again, later and later, as long as there is patience for it: every request here can
 * be made twice without harm.
 *
 * <p>Whatever fails is an {@link IndexException} that says what was asked, which node failed, and
 * what to do. Safe for any number of threads.
 */
public final class ClusterConnection implements AutoCloseable {
  static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String JSON_TYPE = "application/json; charset=UTF-8";
  private static final String LINES_TYPE = "application/x-ndjson; charset=UTF-8";
  private static final Pattern HOST = Pattern.compile("host \\[(?:https?://)?([^\\]]+)]");
  private static final int CONNECTIONS_PER_NODE = 64;
  private static final int MOST_REASON = 500;
  private static final int NOT_FOUND = 404;
  private static final List<Integer> UNKNOWN = List.of(400, NOT_FOUND);
  private static final int CONFLICT = 409;
  private static final int TOO_MANY = 429;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final List<Integer> BUSY = List.of(TOO_MANY, 502, 503, 504);

  /**
   * How long something may take.
   *
   * @param connect until a node has taken a connection
   * @param answer until it has answered a request
   * @param patience how long what no node can take now is tried again
   */
  public record Timing(Duration connect, Duration answer, Duration patience) {
    /** Five seconds, a minute, two minutes. */
    public static Timing defaults() {
      return new Timing(Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofMinutes(2));
    }
  }

  /**
   * What a node answered.
   *
   * @param status of HTTP: one of success, or one that says that there is no such thing
   * @param json missing if there was none
   */
  public record Answer(int status, JsonNode json) {
    /** Whether there is what was asked for. */
    public boolean isFound() {
      return !UNKNOWN.contains(status);
    }

    /** Whether a condition of the request did not hold. */
    boolean isConflict() {
      return status == CONFLICT;
    }
  }

  private final ClusterAddress address;
  private final Timing timing;
  private final OpenSearchTransport transport;
  private final OpenSearchGenericClient client;

  private ClusterConnection(ClusterAddress address, Timing timing, OpenSearchTransport transport) {
    this.address = address;
    this.timing = timing;
    this.transport = transport;
    this.client = new OpenSearchGenericClient(transport);
  }

  /**
   * Connects to a cluster with what the environment says of user and certificates, and checks that
   * it can be used: OpenSearch 3, with the plugin of Fihris in this version and configuration. The
   * index need not exist.
   *
   * @throws IndexException if no node answers, or it cannot be used
   */
  public static ClusterConnection open(ClusterAddress address, IndexConfig config) {
    return open(address, ClusterAccess.ofEnvironment(), config, Timing.defaults());
  }

  /** As {@link #open(ClusterAddress, IndexConfig)}. */
  public static ClusterConnection open(
      ClusterAddress address, ClusterAccess access, IndexConfig config, Timing timing) {
    ClusterConnection connection =
        new ClusterConnection(address, timing, transport(address, access, timing));
    try {
      ClusterCheck.requireUsable(connection, Stamp.current(config));
      return connection;
    } catch (RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private static OpenSearchTransport transport(
      ClusterAddress address, ClusterAccess access, Timing timing) {
    HttpHost[] hosts =
        address.nodes().stream()
            .map(node -> new HttpHost(address.tls() ? "https" : "http", bare(node), node.port()))
            .toArray(HttpHost[]::new);
    PoolingAsyncClientConnectionManagerBuilder connections =
        PoolingAsyncClientConnectionManagerBuilder.create()
            .setMaxConnPerRoute(CONNECTIONS_PER_NODE)
            .setMaxConnTotal(CONNECTIONS_PER_NODE * hosts.length)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.of(timing.connect))
                    .setSocketTimeout(Timeout.of(timing.answer))
                    .build());
    if (address.tls()) {
      connections.setTlsStrategy(
          ClientTlsStrategyBuilder.create().setSslContext(access.tls()).buildAsync());
    }
    PoolingAsyncClientConnectionManager pool = connections.build();
    String authorization = access.authorization();
    Header[] headers =
        authorization == null
            ? new Header[0]
            : new Header[] {new BasicHeader("Authorization", authorization, true)};
    return ApacheHttpClient5TransportBuilder.builder(hosts)
        .setMapper(new NoJson())
        .setDefaultHeaders(headers)
        .setHttpClientConfigCallback(
            http ->
                http.setConnectionManager(pool)
                    .setUserAgent("fihris")
                    .setDefaultRequestConfig(
                        RequestConfig.custom()
                            .setResponseTimeout(Timeout.of(timing.answer))
                            .build()))
        .build();
  }

  /** HttpClient wants addresses of IPv6 without their brackets. */
  private static String bare(ClusterAddress.Node node) {
    String host = node.host();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  public ClusterAddress address() {
    return address;
  }

  Timing timing() {
    return timing;
  }

  /** The path of something of the index, for example {@code _search}. */
  public String ofIndex(String what) {
    return "/" + address.index() + (what.isEmpty() ? "" : "/" + what);
  }

  /**
   * Asks without a body, with patience.
   *
   * @param path with its leading slash, and parameters
   */
  public Answer ask(String method, String path) {
    return exchange(method, path, null, JSON_TYPE, timing.patience);
  }

  /**
   * Asks with a body of JSON, with patience.
   *
   * @param body what Jackson makes JSON of: maps, lists, texts, numbers
   */
  public Answer ask(String method, String path, Object body) {
    return exchange(method, path, JSON.writeValueAsBytes(body), JSON_TYPE, timing.patience);
  }

  /**
   * As {@link #ask(String, String, Object)}, but what no node can take now fails at once: for a
   * search, for which somebody waits.
   */
  public Answer askOnce(String method, String path, Object body) {
    return exchange(method, path, JSON.writeValueAsBytes(body), JSON_TYPE, Duration.ZERO);
  }

  /**
   * Asks for something that a cluster may not know, without patience; then it answers 404, or 400.
   */
  Answer probe(String path) {
    return exchange("GET", path, null, JSON_TYPE, Duration.ZERO, UNKNOWN);
  }

  /** Asks for a change on a condition, with patience; the answer may be that it does not hold. */
  Answer askOnCondition(String method, String path, Object body) {
    return exchange(
        method,
        path,
        JSON.writeValueAsBytes(body),
        JSON_TYPE,
        timing.patience,
        List.of(NOT_FOUND, CONFLICT));
  }

  /** Asks with a body of one JSON object in each line, with patience. */
  Answer askLines(String path, byte[] lines) {
    return exchange("POST", path, lines, LINES_TYPE, timing.patience);
  }

  /** Asks without a body; what no node can take now fails at once. */
  Answer askOnce(String method, String path) {
    return exchange(method, path, null, JSON_TYPE, Duration.ZERO);
  }

  /** As {@link #askLines}, but what no node can take now fails at once. */
  Answer askLinesOnce(String path, byte[] lines) {
    return exchange("POST", path, lines, LINES_TYPE, Duration.ZERO);
  }

  private Answer exchange(
      String method, String path, byte @Nullable [] body, String type, Duration patience) {
    return exchange(method, path, body, type, patience, List.of(NOT_FOUND));
  }

  private Answer exchange(
      String method,
      String path,
      byte @Nullable [] body,
      String type,
      Duration patience,
      List<Integer> answers) {
    long start = System.nanoTime();
    for (int attempt = 0; ; attempt++) {
      try {
        return once(method, path, body, type, answers);
      } catch (Busy busy) {
        if (System.nanoTime() - start + pause(attempt).toNanos() > patience.toNanos()) {
          throw busy.told;
        }
        await(pause(attempt));
      }
    }
  }

  /** What may go better later. */
  private static final class Busy extends Exception {
    private static final long serialVersionUID = 1L;
    private final IndexException told;

    Busy(IndexException told) {
      super(told);
      this.told = told;
    }
  }

  private Answer once(
      String method, String path, byte @Nullable [] body, String type, List<Integer> answers)
      throws Busy {
    Requests.JsonBodyBuilder request = Requests.builder().method(method).endpoint(path);
    if (body != null) {
      request.body(Body.from(body, type));
    }
    String what = method + " " + path;
    try (Response response = client.execute(request.build())) {
      JsonNode json = json(what, response.getBody().map(Body::bodyAsBytes).orElse(null));
      if (response.getStatus() >= 300 && !answers.contains(response.getStatus())) {
        throw refused(what, nodes(), response.getStatus(), reason(json));
      }
      return new Answer(response.getStatus(), json);
    } catch (IOException e) {
      ResponseException answer = cause(e, ResponseException.class);
      if (answer != null && answers.contains(answer.status())) {
        return new Answer(answer.status(), json(answer));
      }
      throw failed(what, e);
    } catch (RuntimeException e) {
      if (e.getCause() instanceof InterruptedException) {
        Thread.currentThread().interrupt();
        throw new IndexException(address + ": interrupted while " + what + " was asked", e);
      }
      throw e;
    }
  }

  /** The client wraps what it throws, some of it twice. */
  private static <T extends Throwable> @Nullable T cause(Throwable e, Class<T> type) {
    Throwable cause = e;
    while (cause != null && !type.isInstance(cause)) {
      cause = cause.getCause();
    }
    return type.cast(cause);
  }

  private IndexException failed(String what, IOException e) throws Busy {
    ResponseException answer = cause(e, ResponseException.class);
    if (answer != null) {
      return answered(what, answer);
    }
    SSLException insecure = cause(e, SSLException.class);
    if (insecure != null) {
      return new IndexException(
          address
              + ": no secure connection: "
              + String.valueOf(insecure.getMessage()).lines().findFirst().orElse("")
              + ". If the certificate of the cluster is its own, name the file of its authority in "
              + ClusterAccess.TRUST_STORE
              + "; a cluster without TLS has an address with opensearch://.",
          e);
    }
    if (cause(e, SocketTimeoutException.class) != null
        && cause(e, ConnectTimeoutException.class) == null) {
      return new IndexException(
          address
              + ": "
              + what
              + " was not answered within "
              + timing.answer.toSeconds()
              + " s. See how the nodes fare, and try again.",
          e);
    }
    throw new Busy(
        new IndexException(
            address
                + ": no node answers ("
                + nodes()
                + "; "
                + e.getMessage()
                + "). Start the cluster, or correct the address.",
            e));
  }

  private String nodes() {
    return String.join(", ", address.nodes().stream().map(ClusterAddress.Node::toString).toList());
  }

  private IndexException answered(String what, ResponseException e) throws Busy {
    String message = String.valueOf(e.getMessage());
    String node = node(message);
    IndexException told = refused(what, node, e.status(), reason(json(e)));
    if (BUSY.contains(e.status())) {
      throw new Busy(told);
    }
    return told;
  }

  private static JsonNode json(ResponseException e) {
    String message = String.valueOf(e.getMessage());
    int body = message.indexOf('\n');
    try {
      return body < 0 ? MissingNode.getInstance() : JSON.readTree(message.substring(body + 1));
    } catch (JacksonException notJson) {
      return MissingNode.getInstance();
    }
  }

  /** The client has no other way to tell which node it was. */
  private String node(String message) {
    Matcher host = HOST.matcher(message);
    return host.find() ? host.group(1) : nodes();
  }

  private IndexException refused(String what, String node, int status, String reason) {
    String remedy =
        switch (status) {
          case UNAUTHORIZED ->
              ". Set "
                  + ClusterAccess.USER
                  + " and "
                  + ClusterAccess.PASSWORD
                  + " in the environment to a user of the cluster.";
          case FORBIDDEN -> ". The user needs the right for it; ask who runs the cluster.";
          case TOO_MANY -> ". The cluster has too much to do; try again later, or add nodes.";
          default -> status >= 500 ? ". See the log of the node, and try again." : ".";
        };
    return new IndexException(
        address
            + ": "
            + what
            + " was refused by "
            + node
            + " with "
            + status
            + (reason.isEmpty() ? "" : " (" + reason + ")")
            + remedy);
  }

  /** What a node says of an error. */
  static String reason(JsonNode json) {
    JsonNode error = json.path("error");
    JsonNode root = error.path("root_cause").path(0).path("reason");
    JsonNode reason = error.path("reason");
    String text =
        error.isString()
            ? error.asString()
            : reason.isString() ? reason.asString() : root.isString() ? root.asString() : "";
    JsonNode cause = error.path("caused_by").path("reason");
    if (cause.isString() && !text.contains(cause.asString())) {
      text += ": " + cause.asString();
    }
    return text.length() > MOST_REASON ? text.substring(0, MOST_REASON) + "..." : text;
  }

  private JsonNode json(String what, byte @Nullable [] body) {
    if (body == null || body.length == 0) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      throw new IndexException(
          address
              + ": the answer to "
              + what
              + " is no JSON; what listens there is no OpenSearch. Correct the address.",
          e);
    }
  }

  /** Longer and longer up to some seconds; by chance, lest all threads come back at once. */
  static Duration pause(int attempt) {
    long most = Math.min(5_000, 100L << Math.min(attempt, 6));
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
  }

  void await(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IndexException(address + ": interrupted while waiting for the cluster", e);
    }
  }

  /** The stamp of the index; null if there is no index. */
  public @Nullable Stamp stamp() {
    Answer mapping = ask("GET", ofIndex("_mapping"));
    return mapping.isFound() ? ClusterSchema.stamp(address, mapping.json()) : null;
  }

  /**
   * Checks that there is an index, built as this engine would build it.
   *
   * @throws IndexException if not
   */
  public Stamp requireIndex(Stamp engine) {
    Stamp stamp = stamp();
    if (stamp == null) {
      throw new IndexException(
          address + ": no index of this name. Build one: fihris index " + address + " SOURCE...");
    }
    stamp.requireUsableBy(engine, address.toString());
    return stamp;
  }

  /** Makes what was written visible, on all shards. */
  void refresh() {
    Answer answer = ask("POST", ofIndex("_refresh"));
    JsonNode shards = answer.json().path("_shards");
    if (!answer.isFound()) {
      throw new IndexException(
          address + ": something has deleted the index. Build it again, or push it.");
    }
    if (shards.path("failed").asInt(0) > 0) {
      throw new IndexException(
          address
              + ": "
              + shards.path("failed").asInt()
              + " of the shards did not make visible what was written ("
              + shards.path("failures").path(0).path("reason").path("reason").asString("")
              + "). See the state of the cluster, and run again.");
    }
  }

  /** Parameters that ask for no more of an answer than is read. */
  static String only(String... paths) {
    return "filter_path=" + String.join(",", paths);
  }

  static Map<String, Object> object(Object... keysAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      object.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return object;
  }

  /** Closes the connections. */
  @Override
  public void close() {
    try {
      transport.close();
    } catch (IOException e) {
      throw new IndexException(address + ": the connection cannot be closed: " + e.getMessage(), e);
    }
  }
}
