package org.fihris.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.fihris.config.IndexConfig;
import org.fihris.index.ArticleSource;
import org.fihris.index.ArticleStore;
import org.fihris.index.ArticleSum;
import org.fihris.index.IndexException;
import org.fihris.index.IndexedArticle;
import org.fihris.index.Schema;
import org.fihris.index.Stamp;
import tools.jackson.databind.JsonNode;

/**
 * The articles of an index on a cluster as they were committed when this was opened, in the order
 * of {@link Schema#TIE}. The cluster keeps that state for ten minutes after each request.
 */
public final class ClusterArticles implements ArticleSource {
  private static final String KEEP = "10m";
  private static final int BATCH = 200;
  private static final int KEYS = 5_000;
  private static final String PIT = "/_search/point_in_time";

  private final ClusterConnection connection;
  private final boolean owned;
  private final long count;
  private String state;
  private List<Object> after = List.of();
  private boolean ended;

  private ClusterArticles(ClusterConnection connection, boolean owned) {
    this.connection = connection;
    this.owned = owned;
    this.count = connection.ask("GET", connection.ofIndex("_count")).json().path("count").asLong(0);
    this.state =
        connection
            .ask("POST", connection.ofIndex(PIT.substring(1) + "?keep_alive=" + KEEP))
            .json()
            .path("pit_id")
            .asString("");
  }

  /**
   * @throws IndexException if no node answers, the cluster cannot be used, there is no index, or it
   *     was built by another version or configuration
   */
  public static ClusterArticles open(ClusterAddress address, IndexConfig config) {
    ClusterConnection connection = ClusterConnection.open(address, config);
    try {
      connection.requireIndex(Stamp.current(config));
      return new ClusterArticles(connection, true);
    } catch (RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** The same over a connection that stays open. */
  static ClusterArticles of(ClusterConnection connection) {
    return new ClusterArticles(connection, false);
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public synchronized List<IndexedArticle> next() {
    List<IndexedArticle> next = new ArrayList<>();
    if (!ended) {
      for (JsonNode hit : page(BATCH, Map.of("_source", true))) {
        next.add(ClusterDocument.indexed(connection.address(), hit.path("_source")));
      }
      ended = next.isEmpty();
    }
    return next;
  }

  @Override
  public ArticleSum sum() {
    ArticleSum[] sum = {ArticleSum.NONE};
    List<String> fields = List.of(Schema.TIE, Schema.FINGERPRINT, Schema.GROUP);
    try (ClusterArticles all = of(connection)) {
      all.forEach(
          Map.of("_source", false, "docvalue_fields", fields),
          hit -> {
            JsonNode values = hit.path("fields");
            sum[0] =
                sum[0].and(
                    values.path(Schema.TIE).path(0).longValue(),
                    values.path(Schema.FINGERPRINT).path(0).longValue(),
                    values.path(Schema.GROUP).path(0).asString(""));
          });
    }
    return sum[0];
  }

  /** Goes through all articles that are visible. */
  static void forEachId(ClusterConnection connection, ArticleStore.ArticleVisitor visitor) {
    try (ClusterArticles all = of(connection)) {
      all.forEach(
          Map.of("_source", List.of(Schema.ID, Schema.FINGERPRINT)),
          hit ->
              visitor.visit(
                  hit.path("_source").path(Schema.ID).asString(""),
                  hit.path("_source").path(Schema.FINGERPRINT).longValue()));
    }
  }

  private void forEach(Map<String, ?> wanted, Consumer<JsonNode> hits) {
    JsonNode page = page(KEYS, wanted);
    while (!page.isEmpty()) {
      page.forEach(hits);
      page = page(KEYS, wanted);
    }
  }

  /** Takes articles. */
  interface HitVisitor {
    void visit(JsonNode hit) throws IOException;
  }

  /**
   * Goes through the newest articles, those without a date last.
   *
   * @param most how many
   * @param wanted what is read of each
   */
  void forEachNewest(int most, Map<String, ?> wanted, HitVisitor visitor) throws IOException {
    List<Map<String, Object>> sort =
        List.of(
            Map.of(Schema.TIME, Map.of("order", "desc", "missing", "_last")),
            Map.of(Schema.TIE, "asc"),
            Map.of(Schema.ID, "asc"));
    int left = most;
    while (left > 0) {
      JsonNode page = page(Math.min(left, KEYS), sort, wanted);
      for (JsonNode hit : page) {
        visitor.visit(hit);
      }
      left = page.isEmpty() ? 0 : left - page.size();
    }
  }

  private JsonNode page(int size, Map<String, ?> wanted) {
    return page(size, List.of(Map.of(Schema.TIE, "asc"), Map.of(Schema.ID, "asc")), wanted);
  }

  /** The articles after those of the page before. */
  private JsonNode page(int size, List<? extends Map<String, ?>> sort, Map<String, ?> wanted) {
    Map<String, Object> search =
        ClusterConnection.object("size", size, "track_total_hits", false, "sort", sort);
    search.putAll(wanted);
    if (!after.isEmpty()) {
      search.put("search_after", after);
    }
    JsonNode hits = answer(search).path("hits").path("hits");
    if (!hits.isEmpty()) {
      List<Object> last = new ArrayList<>();
      for (JsonNode value : hits.path(hits.size() - 1).path("sort")) {
        last.add(value.isString() ? (Object) value.asString() : (Object) value.longValue());
      }
      after = last;
    }
    return hits;
  }

  /** The answer to a search of these articles. */
  JsonNode answer(Map<String, Object> asked) {
    Map<String, Object> search = new LinkedHashMap<>(asked);
    search.put("pit", Map.of("id", state, "keep_alive", KEEP));
    JsonNode answer = connection.ask("POST", "/_search", search).json();
    if (answer.path("_shards").path("failed").asInt(0) > 0
        || answer.path("timed_out").asBoolean()) {
      throw new IndexException(
          connection.address()
              + ": not all shards gave their articles. See the state of the cluster, and run"
              + " again.");
    }
    state = answer.path("pit_id").asString(state);
    return answer;
  }

  @Override
  public void close() {
    try {
      connection.ask("DELETE", PIT, Map.of("pit_id", List.of(state)));
    } catch (IndexException e) {
      // It ends on its own; what was read is complete.
    } finally {
      if (owned) {
        connection.close();
      }
    }
  }
}
