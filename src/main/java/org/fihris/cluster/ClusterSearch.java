package org.fihris.cluster;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.Query;
import org.fihris.index.IndexException;
import org.fihris.wire.QueryTree;
import org.fihris.wire.TermsAnswer;
import org.fihris.wire.TermsRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/**
 * Asks an index on a cluster: for hits, for counts, for terms. Each call is one journey, however
 * much is asked at once. An answer of some of the shards is none: it is an {@link IndexException}.
 * Safe for any number of threads.
 */
public final class ClusterSearch {

  /** The most hits of one body: what the index is made with. */
  public static final int MOST_HITS = 10_000;

  private static final int MOST_COUNTED = 200;
  private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};
  private static final byte[] LINE_END = {'\n'};

  private final ClusterConnection connection;
  private final Supplier<@Nullable Duration> left;

  /**
   * @param left how long a search may take yet; null for as long as a connection waits. It may
   *     throw what tells that the time is over
   */
  public ClusterSearch(ClusterConnection connection, Supplier<@Nullable Duration> left) {
    this.connection = connection;
    this.left = left;
  }

  /** The same for another index, with the same time left. */
  ClusterSearch of(ClusterConnection other) {
    return new ClusterSearch(other, left);
  }

  /**
   * A search.
   *
   * @param json the body as OpenSearch takes it, without a time
   * @param scored whether its scores matter; they are those of the index as a whole then
   * @param preference the searches that belong together share one, so that the same copies of the
   *     shards answer them
   */
  public record Body(Map<String, Object> json, boolean scored, String preference) {}

  /** A search for what a query finds, as OpenSearch takes it. */
  public static Map<String, Object> query(Query query) {
    return Map.of("fihris", QueryTree.of(WholeStatistics.of(query)));
  }

  /** The answer to a search. */
  public JsonNode answer(Body body) {
    return answers(List.of(body)).getFirst();
  }

  /** The answers to some searches, in their order. */
  public List<JsonNode> answers(List<Body> bodies) {
    if (bodies.isEmpty()) {
      return List.of();
    }
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    Duration time = left.get();
    for (Body body : bodies) {
      lines.writeBytes(ClusterConnection.JSON.writeValueAsBytes(head(body)));
      lines.writeBytes(LINE_END);
      Map<String, Object> json = new LinkedHashMap<>(body.json);
      if (time != null) {
        json.put("timeout", Math.max(1, time.toMillis()) + "ms");
      }
      lines.writeBytes(ClusterConnection.JSON.writeValueAsBytes(json));
      lines.writeBytes(LINE_END);
    }
    JsonNode all =
        found(
                connection.askLinesOnce(
                    connection.ofIndex("_msearch?typed_keys=false"), lines.toByteArray()))
            .path("responses");
    left.get();
    List<JsonNode> answers = new ArrayList<>();
    for (JsonNode answer : all) {
      requireWhole(answer);
      answers.add(answer);
    }
    if (answers.size() != bodies.size()) {
      throw new IndexException(
          connection.address() + ": some searches were not answered. See the log of the node.");
    }
    return answers;
  }

  private static Map<String, Object> head(Body body) {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("preference", body.preference);
    head.put("allow_partial_search_results", false);
    if (body.scored) {
      head.put("search_type", "dfs_query_then_fetch");
    }
    return head;
  }

  private void requireWhole(JsonNode answer) {
    String reason = ClusterFailures.reason(answer);
    int failed = answer.path("_shards").path("failed").asInt(0);
    if (answer.has("error") || failed > 0) {
      throw new IndexException(
          connection.address()
              + ": the search failed"
              + (failed > 0 ? " on " + failed + " shards" : "")
              + (reason.isEmpty() ? "" : " (" + reason + ")")
              + ". See the state of the cluster, and search again.");
    }
    if (answer.path("timed_out").asBoolean(false)) {
      left.get(); // says so itself
      throw new IndexException(
          connection.address() + ": the search took too long. Narrow it down, or add nodes.");
    }
  }

  private JsonNode found(ClusterConnection.Answer answer) {
    if (!answer.isFound()) {
      throw new IndexException(
          connection.address()
              + ": the index is gone. Build it: fihris index "
              + connection.address()
              + " SOURCE...");
    }
    return answer.json();
  }

  /** A search that only counts what a query finds. */
  public static Body counting(Query query, String preference) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("query", query(query));
    json.put("size", 0);
    json.put("track_total_hits", true);
    return new Body(json, false, preference);
  }

  /** How many articles each of some searches finds; one journey for two hundred of them. */
  public List<Long> counts(List<Body> counting) {
    List<Long> counts = new ArrayList<>();
    for (int from = 0; from < counting.size(); from += MOST_COUNTED) {
      answers(counting.subList(from, Math.min(counting.size(), from + MOST_COUNTED)))
          .forEach(answer -> counts.add(answer.path("hits").path("total").path("value").asLong(0)));
    }
    return counts;
  }

  /**
   * What is kept of articles, in the order of their keys; a missing node for one that is gone.
   *
   * @param fields those that are wanted; empty for all
   */
  public List<JsonNode> sources(List<String> keys, List<String> fields, String preference) {
    if (keys.isEmpty()) {
      return List.of();
    }
    List<Map<String, Object>> docs = new ArrayList<>();
    for (String key : keys) {
      Map<String, Object> doc = new LinkedHashMap<>();
      doc.put("_id", key);
      if (!fields.isEmpty()) {
        doc.put("_source", fields);
      }
      docs.add(doc);
    }
    JsonNode answer =
        found(
            connection.askOnce(
                "POST",
                connection.ofIndex("_mget?realtime=false&preference=" + encoded(preference)),
                Map.of("docs", docs)));
    left.get();
    List<JsonNode> sources = new ArrayList<>();
    for (JsonNode doc : answer.path("docs")) {
      if (doc.has("error")) {
        throw new IndexException(
            connection.address()
                + ": articles cannot be read ("
                + ClusterFailures.reason(doc)
                + "). See the state of the cluster, and ask again.");
      }
      sources.add(doc.path("_source"));
    }
    return sources;
  }

  /** All that is kept of the article with an id; null if there is none. */
  public @Nullable Document stored(String id, String preference) {
    JsonNode source = sources(List.of(ClusterDocument.key(id)), List.of(), preference).getFirst();
    return source.isMissingNode() ? null : ClusterDocument.stored(source);
  }

  /** Looks up terms. */
  TermsAnswer terms(TermsRequest request) {
    JsonNode answer =
        found(connection.askOnce("POST", connection.ofIndex("_fihris/terms"), request.tree()));
    left.get();
    return TermsAnswer.of(ClusterConnection.JSON.convertValue(answer, TREE));
  }

  /**
   * What tells one state of the index from another.
   *
   * @param sequence grows with every write
   * @param state of all shards, as text
   * @param articles how many there are
   * @param deleted how many more were deleted and are not cleared away
   */
  public record State(long sequence, String state, long articles, long deleted) {}

  /** The state of the index now. */
  public State state() {
    JsonNode answer =
        found(connection.askOnce("GET", connection.ofIndex("_stats/docs?level=shards")));
    long sequence = 0;
    StringBuilder state = new StringBuilder();
    for (JsonNode index : answer.path("indices")) {
      state.append(index.path("uuid").asString(""));
      for (Map.Entry<String, JsonNode> shard : index.path("shards").properties()) {
        for (JsonNode copy : shard.getValue()) {
          if (copy.path("routing").path("primary").asBoolean(false)) {
            long last = copy.path("seq_no").path("max_seq_no").asLong(-1);
            sequence += last + 1;
            state.append(' ').append(shard.getKey()).append(':').append(last);
          }
        }
      }
    }
    JsonNode docs = answer.path("_all").path("primaries").path("docs");
    return new State(
        sequence, state.toString(), docs.path("count").asLong(0), docs.path("deleted").asLong(0));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
