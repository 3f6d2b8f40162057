package org.fihris.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.fihris.cluster.ClusterSchema;
import org.fihris.cluster.ClusterSearch;
import org.fihris.cluster.ClusterValues;
import org.fihris.entity.EntityType;
import org.fihris.explore.EntityCounts;
import org.fihris.explore.EntityKey;
import org.fihris.facet.Counted;
import org.fihris.facet.KnownEntities;
import org.fihris.facet.ShownCounts;
import org.fihris.facet.ValueCounts;
import org.fihris.query.Dimension;
import tools.jackson.databind.JsonNode;

/**
 * Counts entities in an index on a cluster. Safe for any number of threads.
 *
 * <p>Counts are exact, as long as no shard has more than {@value #OF_TYPE} different entities of a
 * type among the articles.
 *
 * @param preference of all that it asks
 */
record ClusterEntityCounts(
    ClusterSearch search, ClusterValues values, KnownEntities entities, String preference)
    implements EntityCounts {

  /** Nearly as many values as OpenSearch gives in one answer. */
  private static final int OF_TYPE = 60_000;

  /** Searches that are asked at once, of which each may give as much as OpenSearch gives. */
  private static final int FULL = 30;

  /** The same for those that count pairs, which take long. */
  private static final int OF_PAIRS = 5;

  /** The same for those that give less. */
  private static final int SMALL = 100;

  /** What is done with the answer to one of several searches. */
  private interface Taker {
    void take(int number, JsonNode answer);
  }

  /** Answers are let go of one after the other, since each may be large. */
  private void ask(List<ClusterSearch.Body> bodies, int atOnce, Taker taker) {
    for (int from = 0; from < bodies.size(); from += atOnce) {
      int number = from;
      List<ClusterSearch.Body> some = bodies.subList(from, Math.min(bodies.size(), from + atOnce));
      for (JsonNode answer : search.answers(some)) {
        taker.take(number++, answer);
      }
    }
  }

  private ClusterSearch.Body body(Query query, Map<String, Object> aggregations) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("query", ClusterSearch.query(query));
    json.put("size", 0);
    json.put("track_total_hits", true);
    if (!aggregations.isEmpty()) {
      json.put("aggs", aggregations);
    }
    return new ClusterSearch.Body(json, false, preference);
  }

  private static int articles(JsonNode answer) {
    return answer.path("hits").path("total").path("value").asInt(0);
  }

  private int[] articles(List<Query> queries) {
    int[] articles = new int[queries.size()];
    ask(
        queries.stream().map(query -> body(query, Map.of())).toList(),
        SMALL,
        (number, answer) -> articles[number] = articles(answer));
    return articles;
  }

  @Override
  public List<Named> named(Set<EntityType> types, List<Query> queries, int most)
      throws IOException {
    // Those of which others are a part may be none of those that most articles name.
    int wanted = entities.isCorrected() ? OF_TYPE : Math.clamp(most, 1, OF_TYPE);
    List<EntityType> each = List.copyOf(types);
    if (each.isEmpty()) {
      return Arrays.stream(articles(queries))
          .mapToObj(articles -> new Named(articles, Map.of(), true))
          .toList();
    }
    List<ClusterSearch.Body> bodies = new ArrayList<>();
    for (Query query : queries) {
      each.forEach(type -> bodies.add(body(query, Map.of(type.name(), values(type, wanted)))));
    }
    List<Counting> sets = new ArrayList<>();
    queries.forEach(query -> sets.add(new Counting(query)));
    ask(
        bodies,
        FULL,
        (number, answer) -> {
          EntityType type = each.get(number % each.size());
          sets.get(number / each.size()).take(type, answer);
        });
    return completed(sets);
  }

  private static Map<String, Object> values(EntityType type, int most) {
    return Map.of(
        "terms",
        Map.of("field", ClusterSchema.entitiesField(type), "size", most, "shard_size", OF_TYPE));
  }

  /** Entities as they are counted in the articles of a query. */
  private final class Counting {
    private final Query query;
    private final Map<EntityKey, Integer> counts = new HashMap<>();
    private final List<EntityKey> regrouped = new ArrayList<>();
    private int articles;
    private boolean complete = true;

    Counting(Query query) {
      this.query = query;
    }

    void take(EntityType type, JsonNode answer) {
      articles = articles(answer);
      JsonNode values = answer.path("aggregations").path(type.name());
      complete &= values.path("sum_other_doc_count").asLong(0) == 0;
      Map<String, Integer> indexed = new LinkedHashMap<>();
      for (JsonNode bucket : values.path("buckets")) {
        indexed.put(bucket.path("key").asString(), bucket.path("doc_count").intValue());
      }
      ShownCounts shown = ShownCounts.of(indexed, entities);
      shown.counts().forEach((id, count) -> counts.put(new EntityKey(type, id), count));
      shown.regrouped().forEach(id -> regrouped.add(new EntityKey(type, id)));
    }
  }

  private List<Named> completed(List<Counting> sets) throws IOException {
    List<Asked> asked = sets.stream().map(set -> new Asked(set.query, set.regrouped)).toList();
    boolean none = sets.stream().allMatch(set -> set.regrouped.isEmpty());
    List<Named> regrouped = none ? List.of() : named(asked);
    List<Named> all = new ArrayList<>();
    for (int i = 0; i < sets.size(); i++) {
      Counting set = sets.get(i);
      if (!none) {
        set.counts.putAll(regrouped.get(i).counts());
      }
      all.add(new Named(set.articles, set.counts, set.complete));
    }
    return all;
  }

  @Override
  public List<Named> named(List<Asked> asked) throws IOException {
    List<ClusterSearch.Body> bodies = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    for (int set = 0; set < asked.size(); set++) {
      for (EntityBuckets buckets : EntityBuckets.of(asked.get(set).entities(), entities)) {
        bodies.add(body(asked.get(set).articles(), buckets.aggregations(Map.of())));
        parts.add(new Part(set, buckets));
      }
    }
    int[] articles = new int[asked.size()];
    List<Map<EntityKey, Integer>> counts = new ArrayList<>();
    asked.forEach(set -> counts.add(new HashMap<>()));
    ask(
        bodies,
        FULL,
        (number, answer) -> {
          Part part = parts.get(number);
          articles[part.set] = articles(answer);
          part.buckets.read(
              answer.path("aggregations"),
              (entity, bucket) -> counts.get(part.set).put(entity, EntityBuckets.count(bucket)));
        });
    List<Named> named = new ArrayList<>();
    for (int set = 0; set < asked.size(); set++) {
      named.add(new Named(articles[set], counts.get(set), true));
    }
    return named;
  }

  private record Part(int set, EntityBuckets buckets) {}

  private Query naming(EntityKey entity) throws IOException {
    return entities.articles(entity.type(), List.of(entity.id()));
  }

  /** For articles that name any of some entities. */
  private Query naming(List<EntityKey> some) throws IOException {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (EntityType type : EntityType.values()) {
      List<String> ids =
          some.stream().filter(key -> key.type() == type).map(EntityKey::id).toList();
      any.add(entities.articles(type, ids), Occur.SHOULD);
    }
    return any.build();
  }

  private static Query both(Query one, Query other) {
    return new BooleanQuery.Builder().add(one, Occur.FILTER).add(other, Occur.FILTER).build();
  }

  /**
   * Each search counts, for some of the entities, those that come behind them; it looks only at
   * articles that name any of the some.
   */
  @Override
  public int[] together(Query articles, List<EntityKey> wanted) throws IOException {
    int[] together = new int[EntityCounts.place(0, wanted.size())];
    Map<EntityKey, Integer> numbers = new HashMap<>();
    wanted.forEach(entity -> numbers.put(entity, numbers.size()));
    int atOnce = Math.max(1, OF_TYPE / (wanted.size() + 1));
    List<ClusterSearch.Body> bodies = new ArrayList<>();
    List<EntityBuckets> firsts = new ArrayList<>();
    List<EntityBuckets> seconds = new ArrayList<>();
    for (int from = 0; from < wanted.size() - 1; from += atOnce) {
      List<EntityKey> some = wanted.subList(from, Math.min(wanted.size(), from + atOnce));
      Query naming = both(articles, naming(some));
      for (EntityBuckets first : EntityBuckets.of(some, entities)) {
        for (EntityBuckets second :
            EntityBuckets.of(wanted.subList(from + 1, wanted.size()), entities)) {
          bodies.add(body(naming, first.aggregations(second.aggregations(Map.of()))));
          firsts.add(first);
          seconds.add(second);
        }
      }
    }
    ask(
        bodies,
        OF_PAIRS,
        (part, answer) ->
            firsts
                .get(part)
                .read(
                    answer.path("aggregations"),
                    (one, bucket) ->
                        seconds
                            .get(part)
                            .read(
                                bucket,
                                (other, both) -> {
                                  int first = numbers.getOrDefault(one, 0);
                                  int second = numbers.getOrDefault(other, 0);
                                  if (first < second) {
                                    together[EntityCounts.place(first, second)] =
                                        EntityBuckets.count(both);
                                  }
                                })));
    return together;
  }

  @Override
  public List<Company> companies(List<Pair> pairs) throws IOException {
    List<String> rarer = pairs.stream().map(Pair::rarer).distinct().toList();
    List<Query> naming = new ArrayList<>();
    for (String id : rarer) {
      naming.add(naming(person(id)));
    }
    List<Named> found = named(Set.of(EntityType.values()), naming, OF_TYPE);
    Map<String, Named> ofRarer = new HashMap<>();
    for (int i = 0; i < found.size(); i++) {
      ofRarer.put(rarer.get(i), found.get(i));
    }
    List<Set<EntityKey>> with = new ArrayList<>();
    List<Asked> asked = new ArrayList<>();
    for (Pair pair : pairs) {
      Set<EntityKey> others = new HashSet<>(ofPair(ofRarer, pair).counts().keySet());
      others.remove(person(pair.rarer()));
      others.remove(person(pair.other()));
      with.add(others);
      asked.add(new Asked(naming(person(pair.other())), others));
    }
    List<Named> shared = named(asked);
    List<Company> companies = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      int together = ofPair(ofRarer, pairs.get(i)).count(person(pairs.get(i).other()));
      companies.add(new Company(together, with.get(i), shared.get(i).counts().keySet()));
    }
    return companies;
  }

  private static Named ofPair(Map<String, Named> ofRarer, Pair pair) {
    return ofRarer.getOrDefault(pair.rarer(), new Named(0, Map.of(), true));
  }

  private static EntityKey person(String id) {
    return new EntityKey(EntityType.PERSON, id);
  }

  @Override
  public ValueCounts values(Query articles, Set<Dimension> dimensions) {
    ClusterCounts counts =
        new ClusterCounts(search, values, entities, articles, Counted.ARTICLES, preference);
    dimensions.forEach(counts::want);
    counts.read(search.answer(counts.body()));
    return counts;
  }
}
