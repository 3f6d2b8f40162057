package org.fihris.search;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.lucene.search.Query;
import org.fihris.cluster.ClusterSchema;
import org.fihris.cluster.ClusterSearch;
import org.fihris.cluster.ClusterValues;
import org.fihris.entity.EntityType;
import org.fihris.facet.Counted;
import org.fihris.facet.FacetFilters;
import org.fihris.facet.KnownEntities;
import org.fihris.facet.ShownCounts;
import org.fihris.facet.ValueCounts;
import org.fihris.index.IndexException;
import org.fihris.index.Schema;
import org.fihris.query.DateStep;
import org.fihris.query.Dimension;
import org.fihris.query.Period;
import org.fihris.query.Periods;
import org.fihris.text.Folding;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Counts what a query finds in an index on a cluster. For one thread.
 *
 * <p>Articles are counted exactly, as long as no shard has more than {@value #OF_SHARD} different
 * values among them; of the values {@value #VALUES} at most are told. Stories are counted for the
 * values that may be among the highest, since no value has more stories than articles: a count of
 * stories is an estimate, which is exact but for small odds up to a thousand of them, and mostly
 * off by less than a hundredth beyond {@value #PRECISE}.
 */
final class ClusterCounts implements ValueCounts {
  /** The name of the number of stories in an answer. */
  static final String STORIES = "stories";

  /** The most stories that OpenSearch counts without estimating from a sample of them. */
  static final int MOST = 40_000;

  /** The same for a count by values, which takes memory for each value. */
  private static final int PRECISE = 10_000;

  private static final int VALUES = 10_000;
  private static final int OF_SHARD = 30_000;

  /** Two hundred years of days; not more than OpenSearch gives at once. */
  private static final int DAYS = 60_000;

  /** Values that are counted by a query each, in one search. */
  private static final int BY_QUERY = 250;

  private static final String UNDATED = "undated";

  private final ClusterSearch search;
  private final ClusterValues values;
  private final KnownEntities entities;
  private final Query query;
  private final Counted counted;
  private final String preference;
  private final Set<Dimension> wanted = EnumSet.noneOf(Dimension.class);
  private final Map<Dimension, Map<String, Integer>> articles = new EnumMap<>(Dimension.class);
  private int undated;

  ClusterCounts(
      ClusterSearch search,
      ClusterValues values,
      KnownEntities entities,
      Query query,
      Counted counted,
      String preference) {
    this.search = search;
    this.values = values;
    this.entities = entities;
    this.query = query;
    this.counted = counted;
    this.preference = preference;
  }

  /** Counts the stories of what is found. */
  static Map<String, Object> stories(int precise) {
    return Map.of("cardinality", Map.of("field", Schema.GROUP, "precision_threshold", precise));
  }

  @Override
  public Counted counted() {
    return counted;
  }

  /** Says that a dimension will be counted, before {@link #body}. */
  void want(Dimension dimension) {
    wanted.add(dimension);
  }

  /** The search that counts the articles of the values wanted. */
  ClusterSearch.Body body() {
    Map<String, Object> aggregations = new LinkedHashMap<>();
    for (Dimension dimension : wanted) {
      int most = dimension == Dimension.DATE ? DAYS : VALUES;
      int ofShard = dimension == Dimension.DATE ? DAYS : OF_SHARD;
      aggregations.put(
          dimension.key(),
          Map.of("terms", Map.of("field", field(dimension), "size", most, "shard_size", ofShard)));
      if (dimension == Dimension.DATE) {
        aggregations.put(UNDATED, Map.of("missing", Map.of("field", Schema.DAY)));
      }
    }
    return body(aggregations);
  }

  private ClusterSearch.Body body(Map<String, Object> aggregations) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("query", ClusterSearch.query(query));
    json.put("size", 0);
    json.put("track_total_hits", false);
    json.put("aggs", aggregations);
    return new ClusterSearch.Body(json, false, preference);
  }

  private static String field(Dimension dimension) {
    return switch (dimension) {
      case DATE -> Schema.DAY;
      case SOURCE, CATEGORY -> ClusterValues.field(dimension);
      case PERSON -> ClusterSchema.entitiesField(EntityType.PERSON);
      case PLACE -> ClusterSchema.entitiesField(EntityType.PLACE);
      case ORGANISATION -> ClusterSchema.entitiesField(EntityType.ORGANISATION);
    };
  }

  private static Dimension dimension(EntityType type) {
    return switch (type) {
      case PERSON -> Dimension.PERSON;
      case PLACE -> Dimension.PLACE;
      case ORGANISATION -> Dimension.ORGANISATION;
    };
  }

  /** Takes the answer to {@link #body}. */
  void read(JsonNode answer) {
    JsonNode aggregations = answer.path("aggregations");
    for (Dimension dimension : wanted) {
      Map<String, Integer> counts = new LinkedHashMap<>();
      for (JsonNode bucket : aggregations.path(dimension.key()).path("buckets")) {
        counts.put(bucket.path("key").asString(), bucket.path("doc_count").intValue());
      }
      articles.put(dimension, counts);
    }
    undated = aggregations.path(UNDATED).path("doc_count").asInt(0);
  }

  private Map<String, Integer> articles(Dimension dimension) {
    return articles.getOrDefault(dimension, Map.of());
  }

  /**
   * A value, with the query for its articles.
   *
   * @param articles how many there are
   */
  private record Value(String shown, int articles, Query query) {}

  @Override
  public Best labels(Dimension dimension, Predicate<String> isWanted, int most) {
    ClusterValues.Labels labels = values.labels(dimension);
    Map<String, Integer> byKey = new LinkedHashMap<>();
    articles(dimension)
        .forEach(
            (indexed, count) ->
                byKey.merge(Folding.fold(ClusterValues.label(indexed)), count, Integer::sum));
    List<Value> found = new ArrayList<>();
    byKey.forEach(
        (key, count) -> {
          String shown = values.label(dimension, key);
          if (shown != null && isWanted.test(shown)) {
            found.add(new Value(shown, count, labels.articles(List.of(key))));
          }
        });
    return best(found, most);
  }

  @Override
  public Best entities(EntityType type, Choice wanted, int most) throws IOException {
    ShownCounts shown = ShownCounts.of(articles(dimension(type)), entities);
    List<Value> found = new ArrayList<>();
    shown
        .counts()
        .forEach((id, count) -> found.add(new Value(id, count, ClusterValues.naming(type, id))));
    List<Query> naming = new ArrayList<>();
    for (String id : shown.regrouped()) {
      naming.add(entities.articles(type, List.of(id)));
    }
    List<Integer> counts = counts(naming, false);
    for (int i = 0; i < counts.size(); i++) {
      if (counts.get(i) > 0) {
        found.add(new Value(shown.regrouped().get(i), counts.get(i), naming.get(i)));
      }
    }
    Set<String> chosen = Set.copyOf(wanted.of(found.stream().map(Value::shown).toList()));
    return best(found.stream().filter(value -> chosen.contains(value.shown)).toList(), most);
  }

  private Best best(List<Value> found, int most) {
    Map<String, Integer> counts = new HashMap<>();
    if (counted == Counted.ARTICLES) {
      found.forEach(value -> counts.put(value.shown, value.articles));
      return new Best(counts, found.size());
    }
    List<Value> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparingInt(Value::articles).reversed().thenComparing(Value::shown));
    PriorityQueue<Integer> highest = new PriorityQueue<>(); // the lowest of them on top
    int next = 0;
    int several = (int) sorted.stream().filter(value -> value.articles > 1).count();
    while (next < several && mayBeAmong(highest, most, sorted.get(next))) {
      int end = Math.min(several, next + Math.min(BY_QUERY, Math.max(most, 2 * next)));
      List<Value> some = sorted.subList(next, end);
      List<Integer> ofStories = counts(some.stream().map(Value::query).toList(), true);
      for (int i = 0; i < some.size(); i++) {
        counts.put(some.get(i).shown, ofStories.get(i));
        highest.add(ofStories.get(i));
        if (highest.size() > most) {
          highest.poll();
        }
      }
      next = end;
    }
    if (next == several) {
      // One article is one story.
      sorted.subList(several, sorted.size()).forEach(value -> counts.put(value.shown, 1));
    }
    return new Best(counts, found.size());
  }

  /** Whether a value may have as many stories as the last of those with most. */
  private static boolean mayBeAmong(PriorityQueue<Integer> highest, int most, Value value) {
    Integer lowest = highest.peek();
    return highest.size() < most || lowest == null || value.articles >= lowest;
  }

  /**
   * How many of what was found each of some queries finds too.
   *
   * @param ofStories whether stories are counted, and not articles
   */
  private List<Integer> counts(List<Query> queries, boolean ofStories) {
    List<ClusterSearch.Body> bodies = new ArrayList<>();
    for (int from = 0; from < queries.size(); from += BY_QUERY) {
      List<Map<String, Object>> filters =
          queries.subList(from, Math.min(queries.size(), from + BY_QUERY)).stream()
              .map(ClusterSearch::query)
              .toList();
      Map<String, Object> aggregation = new LinkedHashMap<>();
      aggregation.put("filters", Map.of("filters", filters));
      if (ofStories) {
        aggregation.put("aggs", Map.of(STORIES, stories(PRECISE)));
      }
      bodies.add(body(Map.of("values", aggregation)));
    }
    List<Integer> counts = new ArrayList<>();
    for (JsonNode answer : search.answers(bodies)) {
      for (JsonNode bucket : answer.path("aggregations").path("values").path("buckets")) {
        int ofArticles = bucket.path("doc_count").intValue();
        counts.add(
            ofStories
                ? Math.min(ofArticles, bucket.path(STORIES).path("value").asInt(0))
                : ofArticles);
      }
    }
    if (counts.size() != queries.size()) {
      throw new IndexException("The cluster did not count all that it was asked. Search again.");
    }
    return counts;
  }

  @Override
  public Dated periods(Periods periods, @Nullable ZoneId zone, int newest) {
    NavigableMap<LocalDate, Integer> counts =
        zone == null ? asStated(periods) : inZone(periods, zone);
    int ofUndated = undated;
    if (counted == Counted.STORIES) {
      List<LocalDate> firsts =
          counts.descendingMap().keySet().stream()
              .filter(first -> isWithin(periods, first))
              .limit(newest)
              .toList();
      List<Query> queries = new ArrayList<>();
      firsts.forEach(first -> queries.add(published(periods, first, zone)));
      if (undated > 1) {
        queries.add(FacetFilters.undated());
      }
      List<Integer> stories = counts(queries, true);
      for (int i = 0; i < firsts.size(); i++) {
        counts.put(firsts.get(i), stories.get(i));
      }
      ofUndated = undated > 1 ? stories.getLast() : undated;
    }
    return new Dated(counts, ofUndated);
  }

  private static boolean isWithin(Periods periods, LocalDate first) {
    if (periods.within() == null) {
      return true;
    }
    Period within = Period.parse(periods.within());
    return !first.isBefore(within.from()) && !first.isAfter(within.to());
  }

  private NavigableMap<LocalDate, Integer> asStated(Periods periods) {
    NavigableMap<LocalDate, Integer> counts = new TreeMap<>();
    articles(Dimension.DATE)
        .forEach(
            (day, count) -> counts.merge(first(periods, Long.parseLong(day)), count, Integer::sum));
    return counts;
  }

  /** A day in a zone is at most two away from the one that an article states. */
  private NavigableMap<LocalDate, Integer> inZone(Periods periods, ZoneId zone) {
    NavigableMap<LocalDate, Integer> counts = new TreeMap<>();
    for (String stated : articles(Dimension.DATE).keySet()) {
      for (int shift = -2; shift <= 2; shift++) {
        counts.put(first(periods, Long.parseLong(stated) + shift), 0);
      }
    }
    List<LocalDate> firsts = List.copyOf(counts.keySet());
    List<Integer> found =
        counts(firsts.stream().map(first -> published(periods, first, zone)).toList(), false);
    for (int i = 0; i < firsts.size(); i++) {
      if (found.get(i) == 0) {
        counts.remove(firsts.get(i));
      } else {
        counts.put(firsts.get(i), found.get(i));
      }
    }
    return counts;
  }

  private static LocalDate first(Periods periods, long day) {
    return periods.counted().first(LocalDate.ofEpochDay(day), periods.weekStart());
  }

  private Query published(Periods periods, LocalDate first, @Nullable ZoneId zone) {
    DateStep step = periods.counted();
    return values.published(List.of(new Period(first, step.plus(first, 1).minusDays(1))), zone);
  }
}
