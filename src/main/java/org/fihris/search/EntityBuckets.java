package org.fihris.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fihris.cluster.ClusterSchema;
import org.fihris.cluster.ClusterSearch;
import org.fihris.entity.EntityType;
import org.fihris.explore.EntityKey;
import org.fihris.facet.KnownEntities;
import tools.jackson.databind.JsonNode;

/**
 * Some entities as OpenSearch counts them in one search: by their values, or by a query each where
 * corrections show them for other articles than those that they are indexed for. For one thread
 * until they are all there.
 */
final class EntityBuckets {

  /** Values that take their place in what is sent. */
  private static final int MOST = 20_000;

  private static final int MOST_QUERIES = 250;

  private static final String REGROUPED = "regrouped";

  private final Map<EntityType, List<String>> ids = new EnumMap<>(EntityType.class);
  private final List<EntityKey> regrouped = new ArrayList<>();
  private final List<Map<String, Object>> queries = new ArrayList<>();
  private int values;

  private EntityBuckets() {}

  /** Entities in as many parts as they need, at least one. */
  static List<EntityBuckets> of(Collection<EntityKey> wanted, KnownEntities entities)
      throws IOException {
    List<EntityBuckets> parts = new ArrayList<>();
    EntityBuckets last = new EntityBuckets();
    for (EntityKey entity : wanted) {
      if (last.values == MOST || last.queries.size() == MOST_QUERIES) {
        parts.add(last);
        last = new EntityBuckets();
      }
      last.add(entity, entities);
    }
    parts.add(last);
    return parts;
  }

  private void add(EntityKey entity, KnownEntities entities) throws IOException {
    if (entities.isRegrouped(entity.id())) {
      regrouped.add(entity);
      queries.add(ClusterSearch.query(entities.articles(entity.type(), List.of(entity.id()))));
    } else {
      ids.computeIfAbsent(entity.type(), type -> new ArrayList<>()).add(entity.id());
      values++;
    }
  }

  /**
   * What counts them.
   *
   * @param within what is counted among the articles of each; empty for nothing more
   */
  Map<String, Object> aggregations(Map<String, Object> within) {
    Map<String, Object> all = new LinkedHashMap<>();
    ids.forEach(
        (type, some) -> {
          Map<String, Object> terms = new LinkedHashMap<>();
          terms.put("field", ClusterSchema.entitiesField(type));
          terms.put("include", some);
          terms.put("size", some.size());
          terms.put("shard_size", some.size());
          all.put(type.name(), with(within, "terms", terms));
        });
    if (!queries.isEmpty()) {
      all.put(REGROUPED, with(within, "filters", Map.of("filters", queries)));
    }
    return all;
  }

  private static Map<String, Object> with(
      Map<String, Object> within, String kind, Map<String, Object> what) {
    return within.isEmpty() ? Map.of(kind, what) : Map.of(kind, what, "aggs", within);
  }

  /** What is done with the bucket of an entity. */
  interface Visitor {
    void visit(EntityKey entity, JsonNode bucket);
  }

  /** Visits those of the entities that any article names. */
  void read(JsonNode aggregations, Visitor visitor) {
    for (EntityType type : ids.keySet()) {
      for (JsonNode bucket : aggregations.path(type.name()).path("buckets")) {
        visitor.visit(new EntityKey(type, bucket.path("key").asString()), bucket);
      }
    }
    JsonNode buckets = aggregations.path(REGROUPED).path("buckets");
    for (int i = 0; i < buckets.size(); i++) {
      if (count(buckets.path(i)) > 0) {
        visitor.visit(regrouped.get(i), buckets.path(i));
      }
    }
  }

  /** How many articles a bucket holds. */
  static int count(JsonNode bucket) {
    return bucket.path("doc_count").intValue();
  }
}
