package org.fihris.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.fihris.index.IndexException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The documents of the index beside an index on a cluster, which is made when the first of them is
 * written. They are read by their keys as they were written last, whether that is visible to
 * searches or not. Safe for any number of threads.
 */
final class BesideDocuments {
  /** What the name of the index ends with. */
  private static final String ENDING = ".beside";

  private static final String KIND = "kind";
  private static final String NAME = "name";
  private static final int PAGE = 100;

  private final ClusterConnection connection;
  private volatile boolean made;

  BesideDocuments(ClusterConnection connection) {
    this.connection = connection;
  }

  /** Where they lie, for messages. */
  String place() {
    return connection.address() + ENDING;
  }

  ClusterConnection connection() {
    return connection;
  }

  private String path(String what) {
    return connection.ofIndex("").concat(ENDING) + what;
  }

  /**
   * A version of a document.
   *
   * @param source what it holds
   * @param sequence which tells it from other versions, together with the term
   */
  record Version(JsonNode source, long sequence, long term) {}

  /** A document as it is; null if there is none. */
  @Nullable Version get(String key) {
    return version(connection.ask("GET", path("/_doc/" + key)));
  }

  private static @Nullable Version version(ClusterConnection.Answer answer) {
    JsonNode json = answer.json();
    return answer.isFound() && json.path("found").asBoolean(false)
        ? new Version(
            json.path("_source"),
            json.path("_seq_no").asLong(0),
            json.path("_primary_term").asLong(0))
        : null;
  }

  /** What tells a version of a document from others; empty if there is none. */
  String versionOf(String key) {
    Version version = version(connection.askOnce("GET", path("/_doc/" + key + "?_source=false")));
    return version == null ? "" : version.sequence + "-" + version.term;
  }

  /**
   * Writes a document in the place of a version of it.
   *
   * @param kind of the documents that are gone through together
   * @param before null where there is none yet
   * @return the version that was written; null, and nothing is, if another one is there
   */
  @Nullable Version put(String kind, String key, Map<String, ?> fields, @Nullable Version before) {
    make();
    Map<String, Object> source = new LinkedHashMap<>();
    source.put(KIND, kind);
    source.put(NAME, key);
    source.putAll(fields);
    String where =
        before == null
            ? "/_create/" + key
            : "/_doc/" + key + "?if_seq_no=" + before.sequence + "&if_primary_term=" + before.term;
    ClusterConnection.Answer answer = connection.askOnCondition("PUT", path(where), source);
    JsonNode wanted = ClusterConnection.JSON.valueToTree(source);
    if (answer.isConflict()) {
      // It may be there because it was sent twice, where the first answer was lost.
      Version there = get(key);
      return there != null && there.source.equals(wanted) ? there : null;
    }
    if (!answer.isFound()) {
      throw new IndexException(
          place() + ": something has deleted this index. Do again what you did.");
    }
    return new Version(
        wanted,
        answer.json().path("_seq_no").asLong(0),
        answer.json().path("_primary_term").asLong(0));
  }

  /** Gives all documents of a kind with their keys, in the order of these. */
  void forEach(String kind, BiConsumer<String, Version> documents) {
    if (!connection.ask("POST", path("/_refresh")).isFound()) {
      return;
    }
    List<Object> after = List.of();
    while (true) {
      Map<String, Object> search =
          ClusterConnection.object(
              "size",
              PAGE,
              "seq_no_primary_term",
              true,
              "query",
              Map.of("term", Map.of(KIND, kind)),
              "sort",
              List.of(Map.of(NAME, "asc")));
      if (!after.isEmpty()) {
        search.put("search_after", after);
      }
      JsonNode answer = connection.ask("POST", path("/_search"), search).json();
      if (answer.path("_shards").path("failed").asInt(0) > 0) {
        throw new IndexException(
            place() + ": cannot be read whole. See the state of the cluster, and run again.");
      }
      JsonNode hits = answer.path("hits").path("hits");
      for (JsonNode hit : hits) {
        String key = hit.path("_source").path(NAME).asString("");
        after = List.of(key);
        documents.accept(
            key,
            new Version(
                hit.path("_source"),
                hit.path("_seq_no").asLong(0),
                hit.path("_primary_term").asLong(0)));
      }
      if (hits.size() < PAGE) {
        return;
      }
    }
  }

  /** Deletes documents; those that are not there are passed over. */
  void delete(Collection<String> keys) {
    if (keys.isEmpty()) {
      return;
    }
    List<Object> lines = new ArrayList<>();
    keys.forEach(key -> lines.add(Map.of("delete", Map.of("_id", key))));
    JsonNode items =
        connection.askLines(path("/_bulk"), ClusterBodies.lines(lines)).json().path("items");
    for (JsonNode item : items) {
      JsonNode answer = item.path("delete");
      if (answer.has("error")) {
        throw new IndexException(
            place()
                + ": cannot be written ("
                + ClusterFailures.reason(answer)
                + "). See the state of the cluster, and run again.");
      }
    }
  }

  /** Makes the index if there is none: one shard, as many copies of it as of the articles. */
  private void make() {
    if (made || connection.probe(path("/_mapping")).isFound()) {
      made = true;
      return;
    }
    JsonNode settings =
        connection
            .ask("GET", connection.ofIndex("_settings/index.number_of_replicas?flat_settings=true"))
            .json();
    String replicas = "0";
    for (JsonNode index : settings) {
      replicas = index.path("settings").path("index.number_of_replicas").asString(replicas);
    }
    try {
      connection.ask("PUT", path(""), index(replicas));
    } catch (IndexException e) {
      // Asked twice, since the first answer was lost, or made by somebody else meanwhile.
      if (!connection.probe(path("/_mapping")).isFound()) {
        throw e;
      }
    }
    made = true;
  }

  private static Map<String, Object> index(String replicas) {
    Map<String, Object> keyword = Map.of("type", "keyword");
    return Map.of(
        "settings",
        Map.of("index", Map.of("number_of_shards", 1, "number_of_replicas", replicas)),
        "mappings",
        // What is kept is read as it was written, and nothing of it is searched.
        ClusterConnection.object(
            "dynamic", false, "properties", Map.of(KIND, keyword, NAME, keyword)));
  }
}
