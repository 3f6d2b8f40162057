package org.fihris.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.fihris.cluster.ClusterDocument;
import org.fihris.cluster.ClusterSearch;
import org.fihris.explore.ArticleChoice;
import org.fihris.index.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Chooses and reads articles of an index on a cluster. Safe for any number of threads.
 *
 * @param preference of all that it asks
 */
record ClusterChoice(ClusterSearch search, String preference) implements ArticleChoice {

  /** Articles of one answer, so that none is too large. */
  private static final int AT_ONCE = 250;

  private static final Map<String, Object> BY_SCORE = Map.of("_score", "desc");
  private static final Map<String, Object> BY_TIE = Map.of(Schema.TIE, "asc");
  private static final Map<String, Object> BY_TIME =
      Map.of(Schema.TIME, Map.of("order", "asc", "missing", "_last"));

  @Override
  public @Nullable Document withId(String id) {
    return search.stored(id, preference);
  }

  @Override
  public List<Document> best(Query query, int most) throws IOException {
    List<Document> best = new ArrayList<>();
    read(query, most, List.of(BY_SCORE, BY_TIE), true, best::add);
    return best;
  }

  @Override
  public List<Document> ofStories(Collection<String> stories, Query among, int most)
      throws IOException {
    Query ofStories =
        new BooleanQuery.Builder()
            .add(
                new TermInSetQuery(Schema.GROUP, stories.stream().map(BytesRef::new).toList()),
                Occur.FILTER)
            .add(among, Occur.FILTER)
            .build();
    List<Document> found = new ArrayList<>();
    read(ofStories, most, List.of(BY_TIME, BY_TIE), true, found::add);
    return found;
  }

  @Override
  public void sample(Query query, int most, Reader reader) throws IOException {
    read(query, most, List.of(BY_TIE), OF_SAMPLE, reader);
  }

  /**
   * @param source which fields are read, as OpenSearch takes it
   */
  private void read(
      Query query, int most, List<Map<String, Object>> sort, Object source, Reader reader)
      throws IOException {
    JsonNode after = null;
    int left = most;
    while (left > 0) {
      int size = Math.min(left, AT_ONCE);
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("query", ClusterSearch.query(query));
      json.put("size", size);
      json.put("_source", source);
      json.put("sort", sort);
      json.put("track_total_hits", false);
      if (after != null) {
        json.put("search_after", after);
      }
      boolean scored = sort.contains(BY_SCORE);
      JsonNode page =
          search.answer(new ClusterSearch.Body(json, scored, preference)).path("hits").path("hits");
      for (JsonNode hit : page) {
        reader.read(ClusterDocument.stored(hit.path("_source")));
      }
      if (page.size() < size) {
        return;
      }
      after = page.path(size - 1).path("sort");
      left -= size;
    }
  }
}
