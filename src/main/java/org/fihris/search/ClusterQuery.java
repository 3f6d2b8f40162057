package org.fihris.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.fihris.cluster.ClusterSearch;
import org.fihris.index.Schema;
import org.fihris.query.Order;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A query in an order of hits, as OpenSearch takes it: its hits are those of {@link HitOrder}, by
 * the same values. The order of the index, which means nothing, is that of {@link Order#OLDEST}.
 *
 * @param query with its filters
 * @param preference of the search that it belongs to
 */
record ClusterQuery(Query query, Order order, String preference) {
  private static final String SCORE = "_score";
  private static final String LAST = "_last";

  /** What is read of every hit. */
  private static final List<String> HIT_VALUES = List.of(Schema.ID, Schema.GROUP, Schema.TIME);

  /** What is read of every article of a story. */
  private static final List<String> STORY_VALUES =
      List.of(
          Schema.ID,
          Schema.GROUP,
          Schema.TIME,
          Schema.facetField(Schema.FACET_SOURCE),
          Schema.AGENCY);

  boolean isByPoints() {
    return new HitOrder(order).isByPoints();
  }

  /**
   * The first hits behind another one.
   *
   * @param after null for the first of all
   * @param counted up to how many hits are counted exactly; all for a number below 0
   * @param stories whether the stories of the hits are counted too
   */
  ClusterSearch.Body hits(@Nullable FieldDoc after, int size, int counted, boolean stories) {
    Map<String, Object> json = body(query, size, sort());
    json.put("docvalue_fields", HIT_VALUES);
    if (counted < 0) {
      json.put("track_total_hits", true);
    } else {
      json.put("track_total_hits", counted == 0 ? (Object) false : counted);
    }
    if (stories) {
      json.put("aggs", Map.of(ClusterCounts.STORIES, ClusterCounts.stories(ClusterCounts.MOST)));
    }
    if (after != null) {
      json.put("search_after", List.of(after.fields[0], after.fields[1]));
    }
    return new ClusterSearch.Body(json, isByPoints(), preference);
  }

  /**
   * The articles of some stories, as far as the query matches them: the first of each is the one
   * that stands for it, as {@link Collapse} has it.
   *
   * @param after values of the article that those wanted come behind; empty for the first
   */
  ClusterSearch.Body stories(List<String> groups, List<Object> after) {
    Query ofStories =
        new BooleanQuery.Builder()
            .add(query, Occur.MUST)
            .add(
                new TermInSetQuery(Schema.GROUP, groups.stream().map(BytesRef::new).toList()),
                Occur.FILTER)
            .build();
    List<Map<String, Object>> sort = sort();
    sort.add(1, Map.of(Schema.TIME, Map.of("order", "asc", "missing", LAST)));
    Map<String, Object> json = body(ofStories, ClusterSearch.MOST_HITS, sort);
    json.put("docvalue_fields", STORY_VALUES);
    json.put("track_total_hits", false);
    if (!after.isEmpty()) {
      json.put("search_after", after);
    }
    return new ClusterSearch.Body(json, isByPoints(), preference);
  }

  private Map<String, Object> body(Query wanted, int size, List<Map<String, Object>> sort) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("query", withPoints(wanted));
    json.put("size", size);
    json.put("_source", false);
    json.put("sort", sort);
    return json;
  }

  private List<Map<String, Object>> sort() {
    Map<String, Object> first =
        switch (order) {
          case Order.Fixed.RELEVANCE -> Map.of(SCORE, "desc");
          case Order.Recent recent -> Map.of(SCORE, "desc");
          case Order.Fixed.NEWEST -> Map.of(Schema.TIME, Map.of("order", "desc", "missing", LAST));
          case Order.Fixed.OLDEST, Order.Fixed.INDEX ->
              Map.of(Schema.TIME, Map.of("order", "asc", "missing", LAST));
        };
    return new ArrayList<>(List.of(first, Map.of(Schema.TIE, "asc")));
  }

  /** The points that hits are put in order by; {@link Recency} as functions of OpenSearch. */
  private Map<String, Object> withPoints(Query wanted) {
    Map<String, Object> plain = ClusterSearch.query(wanted);
    if (!(order instanceof Order.Recent recent)) {
      return plain;
    }
    Map<String, Object> dated = Map.of("exists", Map.of("field", Schema.TIME));
    Map<String, Object> decay =
        Map.of(
            "origin",
            recent.now().getEpochSecond(),
            "scale",
            recent.halfLife().toSeconds(),
            "decay",
            0.5);
    return Map.of(
        "function_score",
        Map.of(
            "query",
            plain,
            "functions",
            List.of(
                Map.of("weight", 1),
                Map.of("filter", dated, "exp", Map.of(Schema.TIME, decay)),
                Map.of(
                    "filter",
                    Map.of("bool", Map.of("must_not", List.of(dated))),
                    "weight",
                    Recency.UNDATED)),
            "score_mode",
            "sum",
            "boost_mode",
            "multiply"));
  }

  /**
   * A hit of an answer, with the values it was sorted by.
   *
   * @param number that it is known by
   */
  FieldDoc hit(JsonNode hit, int number) {
    JsonNode sort = hit.path("sort");
    long tie = sort.path(sort.size() - 1).longValue();
    if (isByPoints()) {
      float points = sort.path(0).floatValue();
      return new FieldDoc(number, points, new Object[] {points, tie});
    }
    return new FieldDoc(number, Float.NaN, new Object[] {sort.path(0).longValue(), tie});
  }
}
