package org.fihris.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fihris.entity.EntityType;
import org.fihris.index.IndexException;
import org.fihris.index.Schema;
import org.fihris.index.Stamp;
import tools.jackson.databind.JsonNode;

/**
 * The fields of {@link Schema} as an index on a cluster has them, under the same names, and the few
 * that only a cluster needs.
 */
public final class ClusterSchema {
  /** The analyzer of the plugin that gives stems. */
  static final String STEMS = "fihris";

  /** The analyzer of the plugin that gives words as they are written. */
  static final String WORDS = "fihris_words";

  /** What the stories that an article may tell have in common with it. */
  static final String STORY_BANDS = "story_bands";

  /** As long as what the index of a folder takes as a term. */
  private static final int LONGEST_TERM = 10_000;

  private static final String META = "fihris";

  /** Texts, keys and labels that are read back, and not searched. */
  private static final List<String> STORED =
      List.of(
          Schema.DATE,
          Schema.DATE_METHOD,
          Schema.DATE_PRECISION,
          Schema.DATE_CONFIDENCE,
          Schema.DATE_DISAGREEMENT,
          Schema.DATE_UNKNOWN,
          Schema.SUBTITLE,
          Schema.CAPTION,
          Schema.TAG,
          Schema.FOUND_BY,
          Schema.ENTITY);

  private static final Set<String> LISTS =
      Set.of(Schema.CAPTION, Schema.TAG, Schema.AGENCY, Schema.FOUND_BY, Schema.DATE_DISAGREEMENT);

  private ClusterSchema() {}

  /** The field that holds the entities of a type by their ids alone, without spellings. */
  public static String entitiesField(EntityType type) {
    return "entities_" + Schema.facetOf(type);
  }

  /** Whether a field may have several values, and is a list even where it has one. */
  static boolean isList(String field) {
    return LISTS.contains(field) || field.equals(STORY_BANDS) || isOfEntities(field);
  }

  private static boolean isOfEntities(String field) {
    for (EntityType type : EntityType.values()) {
      if (field.equals(Schema.namesField(type)) || field.equals(entitiesField(type))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the words of a field are read back as text. */
  static boolean isStored(String field) {
    return STORED.contains(field)
        || Schema.TEXTS.contains(field)
        || List.of(
                Schema.ID,
                Schema.URL,
                Schema.PARENT_ID,
                Schema.SOURCE,
                Schema.CATEGORY,
                Schema.AUTHOR,
                Schema.AGENCY,
                Schema.GROUP)
            .contains(field);
  }

  /** The settings and the mapping of an index, as it is made. */
  static Map<String, Object> index(Stamp stamp, ClusterOptions options) {
    Map<String, Object> settings =
        ClusterConnection.object(
            "number_of_shards",
            options.shards(),
            "number_of_replicas",
            options.replicas(),
            // Nothing is visible before a commit.
            "refresh_interval",
            "-1",
            "translog.durability",
            "request",
            "mapping.total_fields.limit",
            fields().size() + 10,
            "max_result_window",
            10_000);
    return ClusterConnection.object(
        "settings", Map.of("index", settings), "mappings", mapping(stamp));
  }

  private static Map<String, Object> mapping(Stamp stamp) {
    Map<String, Object> built =
        ClusterConnection.object(
            "format", stamp.format(), "analysis", stamp.analysis(), "config", stamp.config());
    return ClusterConnection.object(
        "dynamic", "strict", "_meta", Map.of(META, built), "properties", fields());
  }

  /** Every field with its type. */
  static Map<String, Map<String, Object>> fields() {
    Map<String, Map<String, Object>> fields = new LinkedHashMap<>();
    fields.put(Schema.ID, keyword());
    fields.put(Schema.TIE, number());
    fields.put(Schema.FINGERPRINT, number());
    fields.put(Schema.CONTENT, number());
    fields.put(Schema.GROUP, keyword());
    fields.put(Schema.STORY, Map.of("type", "binary"));
    fields.put(STORY_BANDS, Map.of("type", "keyword", "doc_values", false));
    fields.put(Schema.URL, keyword());
    fields.put(Schema.PARENT_ID, keyword());
    for (String text : Schema.TEXTS) {
      Map<String, Object> stems = new LinkedHashMap<>(text(STEMS));
      stems.put("copy_to", List.of(Schema.words(text)));
      fields.put(text, stems);
      fields.put(Schema.words(text), text(WORDS));
    }
    for (String label : List.of(Schema.SOURCE, Schema.CATEGORY, Schema.AUTHOR)) {
      fields.put(label, text(STEMS));
    }
    fields.put(Schema.facetField(Schema.FACET_SOURCE), keyword());
    fields.put(Schema.facetField(Schema.FACET_CATEGORY), keyword());
    fields.put(Schema.AGENCY, keyword());
    for (EntityType type : EntityType.values()) {
      fields.put(Schema.namesField(type), keyword());
      fields.put(entitiesField(type), keyword());
    }
    fields.put(Schema.DAY, Map.of("type", "integer"));
    fields.put(Schema.TIME, number());
    fields.put(Schema.MOMENT, number());
    for (String stored : STORED) {
      fields.put(stored, Map.of("type", "keyword", "index", false, "doc_values", false));
    }
    return fields;
  }

  private static Map<String, Object> keyword() {
    return Map.of("type", "keyword", "ignore_above", LONGEST_TERM);
  }

  private static Map<String, Object> number() {
    return Map.of("type", "long");
  }

  private static Map<String, Object> text(String analyzer) {
    return Map.of("type", "text", "analyzer", analyzer, "index_options", "positions");
  }

  /**
   * The stamp in what a cluster says of the mapping of an index.
   *
   * @throws IndexException if there is none: the index is not one of Fihris
   */
  static Stamp stamp(ClusterAddress address, JsonNode mappings) {
    List<JsonNode> indexes = new ArrayList<>();
    mappings.forEach(indexes::add);
    if (indexes.size() != 1) {
      throw new IndexException(
          address + ": the name stands for several indexes. Name one of them.");
    }
    JsonNode built = indexes.getFirst().path("mappings").path("_meta").path(META);
    String format = built.path("format").asString("");
    String analysis = built.path("analysis").asString("");
    String config = built.path("config").asString("");
    if (format.isEmpty() || analysis.isEmpty() || config.isEmpty()) {
      throw new IndexException(
          address
              + ": an index of OpenSearch, but not one of Fihris. Name another, or delete this one"
              + " if nothing else needs it.");
    }
    return new Stamp(format, analysis, config);
  }
}
