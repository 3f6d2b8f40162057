package org.fihris.cluster;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fihris.config.IndexConfig;
import org.fihris.index.IndexException;
import org.fihris.index.Stamp;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A connection to a cluster, and to one index of it. Whatever fails is an {@link IndexException}
 * that says what was asked, which node failed, and what to do. Safe for any number of threads.
 */
public final class ClusterConnection implements AutoCloseable {
  static final JsonMapper JSON = ClusterNodes.JSON;

  private static final int NOT_FOUND = 404;
  private static final List<Integer> UNKNOWN = List.of(400, NOT_FOUND);
  private static final int CONFLICT = 409;

  /**
   * How long something may take.
   *
   * @param connect until a node has taken a connection, and until it has said that it is there
   * @param silence until a node that has not answered a request is asked whether it is there
   * @param answer until it has answered a request
   * @param patience how long what no node can take now is tried again
   */
  public record Timing(Duration connect, Duration silence, Duration answer, Duration patience) {
    /** Five seconds, three seconds, a minute, two minutes. */
    public static Timing defaults() {
      return new Timing(
          Duration.ofSeconds(5),
          Duration.ofSeconds(3),
          Duration.ofMinutes(1),
          Duration.ofMinutes(2));
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
  private final ClusterNodes nodes;

  private ClusterConnection(ClusterAddress address, Timing timing, ClusterNodes nodes) {
    this.address = address;
    this.timing = timing;
    this.nodes = nodes;
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
        new ClusterConnection(address, timing, new ClusterNodes(address, access, timing));
    try {
      ClusterCheck.requireUsable(connection, Stamp.current(config));
      return connection;
    } catch (RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  public ClusterAddress address() {
    return address;
  }

  /** The same connection, to another index; it is closed with this one. */
  ClusterConnection to(String index) {
    return new ClusterConnection(
        new ClusterAddress(address.tls(), address.nodes(), index), timing, nodes);
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
    return patiently(ClusterRequest.of(method, path));
  }

  /**
   * Asks with a body of JSON, with patience.
   *
   * @param body what Jackson makes JSON of: maps, lists, texts, numbers
   */
  public Answer ask(String method, String path, Object body) {
    return patiently(ClusterRequest.ofJson(method, path, JSON.writeValueAsBytes(body)));
  }

  /** Asks with a body of one JSON object in each line, with patience. */
  Answer askLines(String path, byte[] lines) {
    return patiently(ClusterRequest.ofLines(path, lines));
  }

  private Answer patiently(ClusterRequest request) {
    return nodes.ask(request, timing.patience, List.of(NOT_FOUND));
  }

  /**
   * As {@link #ask(String, String, Object)}, but what no node can take now fails at once: for a
   * search, for which somebody waits.
   */
  public Answer askOnce(String method, String path, Object body) {
    return once(ClusterRequest.ofJson(method, path, JSON.writeValueAsBytes(body)));
  }

  /** Asks without a body; what no node can take now fails at once. */
  Answer askOnce(String method, String path) {
    return once(ClusterRequest.of(method, path));
  }

  /** As {@link #askLines}, but what no node can take now fails at once. */
  Answer askLinesOnce(String path, byte[] lines) {
    return once(ClusterRequest.ofLines(path, lines));
  }

  private Answer once(ClusterRequest request) {
    return nodes.ask(request, Duration.ZERO, List.of(NOT_FOUND));
  }

  /**
   * Asks for something that a cluster may not know, without patience; then it answers 404, or 400.
   */
  Answer probe(String path) {
    return nodes.ask(ClusterRequest.of("GET", path), Duration.ZERO, UNKNOWN);
  }

  /** Asks for a change on a condition, with patience; the answer may be that it does not hold. */
  Answer askOnCondition(String method, String path, Object body) {
    return nodes.ask(
        ClusterRequest.ofJson(method, path, JSON.writeValueAsBytes(body)),
        timing.patience,
        List.of(NOT_FOUND, CONFLICT));
  }

  /** Waits before something is tried again, longer and longer. */
  void pause(int attempt) {
    nodes.pause(attempt);
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
      nodes.close();
    } catch (IOException e) {
      throw new IndexException(address + ": the connection cannot be closed: " + e.getMessage(), e);
    }
  }
}
