package org.fihris.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import javax.net.ssl.SSLContext;
import org.fihris.config.IndexConfig;
import org.fihris.index.Stamp;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * As much of OpenSearch as the cluster package asks for, in memory and behind HTTP, with faults on
 * demand. What is the same on real nodes is tested there (RealClusterTest).
 */
public final class FakeCluster implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What is answered in the place of the true answer. */
  public record Reply(int status, String body) {}

  private static final Reply NO_ANSWER = new Reply(0, "");

  private record Slow(int node, String request, Duration time) {}

  private static final class Index {
    private JsonNode made;
    private final Map<String, JsonNode> live = new LinkedHashMap<>();
    private final Map<String, Integer> versions = new HashMap<>();
    private Map<String, JsonNode> visible = Map.of();

    Index(JsonNode made) {
      this.made = made;
    }
  }

  private final String scheme;
  private final List<HttpServer> nodes = new ArrayList<>();
  private final Map<String, Index> indexes = new HashMap<>();
  private final Map<String, Map<String, JsonNode>> states = new HashMap<>();
  private final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> ofFirst = new ConcurrentLinkedQueue<>();
  private final Deque<BiFunction<String, Integer, @Nullable Reply>> faults = new ArrayDeque<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile @Nullable Slow slow;
  private final Set<String> refusedIds = new HashSet<>();
  private final Set<String> busyIds = new HashSet<>();
  private volatile @Nullable String authorization;
  private volatile Map<String, Object> version =
      Map.of("number", "3.8.0", "distribution", "opensearch");
  private volatile @Nullable Object plugin;

  /** Some nodes, all of one cluster. */
  public FakeCluster(int count) throws IOException {
    this(count, null);
  }

  /**
   * @param tls what the nodes speak it with; null for nodes without it
   */
  FakeCluster(int count, @Nullable SSLContext tls) throws IOException {
    scheme = tls == null ? "opensearch://" : "opensearch+https://";
    Stamp stamp = Stamp.current(IndexConfig.packaged());
    plugin =
        Map.of("analysis", stamp.analysis(), "config", stamp.config(), "other_nodes", List.of());
    for (int node = 0; node < count; node++) {
      int number = node;
      HttpServer server = server(tls);
      server.setExecutor(Executors.newCachedThreadPool());
      server.createContext("/", exchange -> handle(exchange, number));
      server.start();
      nodes.add(server);
    }
  }

  private static HttpServer server(@Nullable SSLContext tls) throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    if (tls == null) {
      return HttpServer.create(any, 0);
    }
    HttpsServer server = HttpsServer.create(any, 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    return server;
  }

  /** The address of an index. */
  public String address(String index) {
    List<String> hosts = new ArrayList<>();
    nodes.forEach(node -> hosts.add("127.0.0.1:" + node.getAddress().getPort()));
    return scheme + String.join(",", hosts) + "/" + index;
  }

  /** Ends a node, as if its machine had gone. */
  void stop(int node) {
    nodes.get(node).stop(0);
  }

  /** Requests so far, as {@code METHOD path}. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  /** Requests to the first node so far. */
  List<String> requestsToFirst() {
    return List.copyOf(ofFirst);
  }

  /** The next requests whose method and path hold a text are answered so, one reply for each. */
  void fail(String request, Reply... replies) {
    Deque<Reply> left = new ArrayDeque<>(List.of(replies));
    synchronized (faults) {
      faults.add((asked, node) -> asked.contains(request) ? left.poll() : null);
    }
  }

  /** A node answers all requests so from now on. */
  void failNode(int node, Reply reply) {
    synchronized (faults) {
      faults.add((asked, at) -> at == node ? reply : null);
    }
  }

  /** A node takes requests and answers none of those whose method and path hold a text. */
  void silence(int node, String request) {
    synchronized (faults) {
      faults.add((asked, at) -> at == node && asked.contains(request) ? NO_ANSWER : null);
    }
  }

  /** A node answers such requests after a while. */
  void slow(int node, String request, Duration time) {
    slow = new Slow(node, request, time);
  }

  /** An article is refused whenever it is written. */
  void refuse(String key) {
    refusedIds.add(key);
  }

  /** There is no room for an article the first time it is written. */
  void busyOnce(String key) {
    busyIds.add(key);
  }

  /** Whoever does not send this header is refused. */
  void require(String header) {
    authorization = header;
  }

  void version(String number, String distribution) {
    version = Map.of("number", number, "distribution", distribution);
  }

  void plugin(@Nullable Object answer) {
    plugin = answer;
  }

  /** Makes an index by the side of Fihris. */
  synchronized void make(String index, Object body) {
    indexes.put(index, new Index(JSON.valueToTree(body)));
  }

  /** Whether there is an index. */
  public synchronized boolean holds(String index) {
    return indexes.containsKey(index);
  }

  synchronized int articles(String index) {
    return indexes.get(index).live.size();
  }

  private void handle(HttpExchange exchange, int node) throws IOException {
    try (exchange) {
      String asked = exchange.getRequestMethod() + " " + exchange.getRequestURI();
      byte[] body = exchange.getRequestBody().readAllBytes();
      requests.add(asked);
      if (node == 0) {
        ofFirst.add(asked);
      }
      Reply reply = fault(asked, node);
      if (reply == NO_ANSWER) {
        await(Duration.ofMinutes(1));
        return;
      }
      Slow slowed = slow;
      if (slowed != null && slowed.node == node && asked.contains(slowed.request)) {
        await(slowed.time);
      }
      String sent = exchange.getRequestHeaders().getFirst("Authorization");
      if (reply == null && authorization != null && !authorization.equals(sent)) {
        reply = new Reply(401, "Unauthorized");
      }
      if (reply == null) {
        reply = answer(exchange.getRequestMethod(), exchange.getRequestURI(), body);
      }
      byte[] bytes = reply.body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
      exchange.sendResponseHeaders(reply.status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /** Until a time is over, or the cluster ends. */
  private void await(Duration time) {
    try {
      end.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable Reply fault(String asked, int node) {
    synchronized (faults) {
      for (var fault : faults) {
        Reply reply = fault.apply(asked, node);
        if (reply != null) {
          return reply;
        }
      }
      return null;
    }
  }

  private synchronized Reply answer(String method, URI uri, byte[] body) {
    String path = uri.getPath();
    if (path.equals("/")) {
      return json(200, Map.of("version", version));
    }
    if (path.equals("/_fihris")) {
      return plugin == null ? error(400, "no handler found for uri [/_fihris]") : json(200, plugin);
    }
    if (path.equals("/_search")) {
      return page(JSON.readTree(body));
    }
    if (path.equals("/_search/point_in_time")) {
      JSON.readTree(body).path("pit_id").forEach(id -> states.remove(id.asString()));
      return json(200, Map.of("pits", List.of()));
    }
    String[] parts = path.substring(1).split("/", 2);
    String what = parts.length < 2 ? "" : parts[1];
    if (what.isEmpty() && method.equals("PUT")) {
      if (indexes.containsKey(parts[0])) {
        return error(400, "index [" + parts[0] + "] already exists");
      }
      indexes.put(parts[0], new Index(JSON.readTree(body)));
      return json(200, Map.of("acknowledged", true));
    }
    Index index = indexes.get(parts[0]);
    if (index == null) {
      return error(404, "no such index [" + parts[0] + "]");
    }
    return switch (what) {
      case "" -> {
        indexes.remove(parts[0]);
        yield json(200, Map.of("acknowledged", true));
      }
      case "_mapping" ->
          json(200, Map.of(parts[0], Map.of("mappings", index.made.path("mappings"))));
      case "_count" -> json(200, Map.of("count", index.visible.size()));
      case "_refresh" -> {
        index.visible = new LinkedHashMap<>(index.live);
        yield json(200, Map.of("_shards", Map.of("total", 1, "successful", 1, "failed", 0)));
      }
      case "_mget" -> held(index, JSON.readTree(body));
      case "_bulk" -> bulk(index, new String(body, StandardCharsets.UTF_8));
      case "_msearch" -> searches(index, new String(body, StandardCharsets.UTF_8));
      case "_search/point_in_time" -> {
        String id = "state-" + states.size() + "-" + System.nanoTime();
        states.put(id, new LinkedHashMap<>(index.visible));
        yield json(200, Map.of("pit_id", id));
      }
      case "_search" -> {
        JsonNode kind = JSON.readTree(body).path("query").path("term").path("kind");
        yield kind.isMissingNode() ? figures(index) : ofKind(index, kind.asString());
      }
      case "_settings/index.number_of_replicas" ->
          json(200, Map.of(parts[0], Map.of("settings", Map.of("index.number_of_replicas", "1"))));
      case "_stats/store" ->
          json(
              200,
              Map.of("_all", Map.of("primaries", Map.of("store", Map.of("size_in_bytes", 4711)))));
      default ->
          what.startsWith("_doc/") || what.startsWith("_create/")
              ? document(index, method, uri, what.substring(what.indexOf('/') + 1), body)
              : error(400, "no handler found for " + what);
    };
  }

  /** One document by its key, written only in the place of the version that is named. */
  private static Reply document(Index index, String method, URI uri, String key, byte[] body) {
    int version = index.versions.getOrDefault(key, -1);
    JsonNode source = index.live.get(key);
    if (method.equals("GET")) {
      return source == null
          ? json(404, Map.of("found", false))
          : json(200, Map.of("found", true, "_source", source, "_seq_no", version));
    }
    boolean asExpected =
        uri.getPath().contains("/_create/")
            ? source == null
            : String.valueOf(uri.getQuery()).contains("if_seq_no=" + version + "&");
    if (!asExpected) {
      return error(409, "version conflict");
    }
    index.live.put(key, JSON.readTree(body));
    index.versions.put(key, version + 1);
    return json(200, Map.of("_seq_no", version + 1, "_primary_term", 0));
  }

  private static Reply ofKind(Index index, String kind) {
    List<Object> hits =
        index.visible.values().stream()
            .filter(source -> source.path("kind").asString("").equals(kind))
            .sorted(Comparator.comparing(source -> source.path("name").asString()))
            .<Object>map(
                source ->
                    Map.of(
                        "_source",
                        source,
                        "_seq_no",
                        index.versions.getOrDefault(source.path("name").asString(), 0)))
            .toList();
    return json(200, Map.of("_shards", Map.of("failed", 0), "hits", Map.of("hits", hits)));
  }

  private static Reply held(Index index, JsonNode body) {
    List<Object> docs = new ArrayList<>();
    for (JsonNode id : body.path("ids")) {
      JsonNode source = index.live.get(id.asString());
      docs.add(
          source == null
              ? Map.of("_id", id.asString(), "found", false)
              : Map.of("_id", id.asString(), "found", true, "_source", source));
    }
    return json(200, Map.of("docs", docs));
  }

  private Reply bulk(Index index, String body) {
    List<Object> items = new ArrayList<>();
    String[] lines = body.split("\n");
    for (int i = 0; i < lines.length; i++) {
      JsonNode action = JSON.readTree(lines[i]);
      if (action.has("delete")) {
        boolean was = index.live.remove(action.path("delete").path("_id").asString()) != null;
        items.add(Map.of("delete", Map.of("status", was ? 200 : 404, "result", "deleted")));
        continue;
      }
      String id = action.path("index").path("_id").asString();
      JsonNode source = JSON.readTree(lines[++i]);
      items.add(Map.of("index", write(index, id, source)));
    }
    return json(200, Map.of("items", items));
  }

  private static boolean isStrict(Index index) {
    return index.made.path("mappings").path("dynamic").asString("").equals("strict");
  }

  private Object write(Index index, String id, JsonNode source) {
    if (busyIds.remove(id)) {
      return Map.of("status", 429, "error", Map.of("reason", "rejected execution"));
    }
    String fault = refusedIds.contains(id) ? "failed to parse" : null;
    for (String field : source.propertyNames()) {
      if (isStrict(index) && !index.made.path("mappings").path("properties").has(field)) {
        fault = "mapping set to strict, dynamic introduction of [" + field + "] is not allowed";
      }
    }
    if (fault != null) {
      return Map.of("status", 400, "error", Map.of("reason", fault));
    }
    index.live.put(id, source);
    return Map.of("status", 201, "result", "created");
  }

  /** Of the alternatives of each search, the articles that match most; one for each group. */
  private static Reply searches(Index index, String body) {
    List<Object> responses = new ArrayList<>();
    String[] lines = body.split("\n");
    for (int i = 1; i < lines.length; i += 2) {
      JsonNode search = JSON.readTree(lines[i]);
      Map<JsonNode, Integer> scores = new LinkedHashMap<>();
      for (JsonNode source : index.visible.values()) {
        int score = 0;
        for (JsonNode alternative : search.path("query").path("bool").path("should")) {
          JsonNode constant = alternative.path("constant_score");
          var term = constant.path("filter").path("term").properties().iterator().next();
          score +=
              has(source.path(term.getKey()), term.getValue()) ? constant.path("boost").asInt() : 0;
        }
        if (score > 0) {
          scores.put(source, score);
        }
      }
      Set<String> groups = new HashSet<>();
      List<Object> hits =
          scores.entrySet().stream()
              .sorted(Map.Entry.<JsonNode, Integer>comparingByValue().reversed())
              .map(Map.Entry::getKey)
              .filter(source -> groups.add(source.path("group").asString()))
              .limit(search.path("size").asInt())
              .<Object>map(source -> Map.of("_source", source))
              .toList();
      responses.add(Map.of("_shards", Map.of("failed", 0), "hits", Map.of("hits", hits)));
    }
    return json(200, Map.of("responses", responses));
  }

  private static boolean has(JsonNode field, JsonNode value) {
    if (field.isArray()) {
      for (JsonNode one : field) {
        if (one.equals(value)) {
          return true;
        }
      }
      return false;
    }
    return value.isNumber()
        ? field.isNumber() && field.longValue() == value.longValue()
        : field.equals(value);
  }

  private Reply page(JsonNode search) {
    Map<String, JsonNode> state = states.get(search.path("pit").path("id").asString());
    if (state == null) {
      return error(404, "no such point in time");
    }
    long after = search.has("search_after") ? search.path("search_after").path(0).longValue() : 0;
    List<Object> hits =
        state.values().stream()
            .sorted(Comparator.comparingLong(source -> source.path("tie").longValue()))
            .filter(source -> !search.has("search_after") || source.path("tie").longValue() > after)
            .limit(search.path("size").asInt())
            .map(source -> hit(source, search))
            .toList();
    return json(200, Map.of("_shards", Map.of("failed", 0), "hits", Map.of("hits", hits)));
  }

  private static Object hit(JsonNode source, JsonNode search) {
    Map<String, Object> fields = new HashMap<>();
    search
        .path("docvalue_fields")
        .forEach(name -> fields.put(name.asString(), List.of(source.path(name.asString()))));
    return Map.of(
        "_source",
        source,
        "fields",
        fields,
        "sort",
        List.of(source.path("tie"), source.path("id")));
  }

  private static Reply figures(Index index) {
    List<Integer> days =
        index.visible.values().stream()
            .filter(source -> source.has("day"))
            .map(source -> source.path("day").asInt())
            .sorted()
            .toList();
    Map<String, Object> aggregations = new HashMap<>();
    aggregations.put("undated", Map.of("doc_count", index.visible.size() - days.size()));
    if (!days.isEmpty()) {
      aggregations.put("from", Map.of("value", (double) days.getFirst()));
      aggregations.put("to", Map.of("value", (double) days.getLast()));
    }
    return json(
        200,
        Map.of(
            "hits",
            Map.of("total", Map.of("value", index.visible.size())),
            "aggregations",
            aggregations));
  }

  private static Reply json(int status, Object body) {
    return new Reply(status, JSON.writeValueAsString(body));
  }

  static Reply error(int status, String reason) {
    return json(status, Map.of("error", Map.of("reason", reason), "status", status));
  }

  @Override
  public void close() {
    end.countDown();
    for (HttpServer node : nodes) {
      node.stop(0);
      if (node.getExecutor() instanceof java.util.concurrent.ExecutorService threads) {
        threads.shutdownNow();
      }
    }
  }
}
