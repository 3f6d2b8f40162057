package org.fihris.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fihris.suggest.SuggestionEntry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One state of the suggestions of an index on a cluster: an index of its own, which is never
 * changed once it stands behind the alias that searches look for.
 *
 * @param index its name
 * @param format of its documents
 * @param of the state of the articles that it was made of
 */
record SuggestionGeneration(String index, String format, String of) {
  private static final String META = "fihris_suggestions";

  /** What stands for the generation in use. */
  static String alias(ClusterAddress articles) {
    return articles.index() + ".suggestions";
  }

  /** The generation in use; null where there is none. */
  static @Nullable SuggestionGeneration inUse(ClusterConnection connection) {
    ClusterConnection.Answer answer =
        connection.ask("GET", "/" + alias(connection.address()) + "/_mapping");
    if (!answer.isFound() || answer.json().isEmpty()) {
      return null;
    }
    Map.Entry<String, JsonNode> found = answer.json().properties().iterator().next();
    JsonNode made = found.getValue().path("mappings").path("_meta").path(META);
    return new SuggestionGeneration(
        found.getKey(), made.path("format").asString(""), made.path("of").asString(""));
  }

  /** The settings and the mapping of its index. */
  Map<String, Object> body() {
    Map<String, Object> keys =
        Map.of("type", "keyword", "doc_values", false, "ignore_above", 10_000);
    Map<String, Object> shown = Map.of("type", "keyword", "index", false, "doc_values", false);
    Map<String, Object> fields =
        ClusterConnection.object(
            SuggestionEntry.KIND,
            keys,
            SuggestionEntry.WORDS,
            keys,
            SuggestionEntry.PREFIXES,
            keys,
            SuggestionEntry.RANK,
            Map.of("type", "long"),
            SuggestionEntry.TIE,
            Map.of("type", "long"));
    SuggestionEntry.SHOWN.forEach(field -> fields.put(field, shown));
    Map<String, Object> settings =
        ClusterConnection.object(
            // So small that one shard holds it, and then the first documents are the best.
            "number_of_shards",
            1,
            "auto_expand_replicas",
            "0-1",
            "refresh_interval",
            "-1",
            "sort.field",
            List.of(SuggestionEntry.RANK, SuggestionEntry.TIE),
            "sort.order",
            List.of("desc", "asc"));
    return Map.of(
        "settings",
        Map.of("index", settings),
        "mappings",
        ClusterConnection.object(
            "dynamic",
            "strict",
            "_meta",
            Map.of(META, Map.of("format", format, "of", of)),
            "_source",
            Map.of("includes", List.copyOf(SuggestionEntry.SHOWN)),
            "properties",
            fields));
  }

  /** An entry as the lines of a bulk request; written twice it is there once. */
  static byte[] lines(SuggestionEntry entry) {
    Map<String, Object> document =
        ClusterConnection.object(
            SuggestionEntry.KIND,
            entry.kind(),
            SuggestionEntry.RANK,
            entry.rank(),
            SuggestionEntry.TIE,
            entry.tie(),
            SuggestionEntry.WORDS,
            new ArrayList<>(entry.words()),
            SuggestionEntry.PREFIXES,
            new ArrayList<>(entry.prefixes()));
    document.putAll(entry.shown());
    String id = entry.kind() + Long.toHexString(entry.tie());
    return ClusterBodies.lines(List.of(Map.of("index", Map.of("_id", id)), document));
  }
}
