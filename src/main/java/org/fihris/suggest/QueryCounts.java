package org.fihris.suggest;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.Query;
import org.fihris.facet.IndexTerms;

/**
 * How many articles some queries find, asked at once.
 *
 * @param articles by query; one that was not asked finds none
 */
record QueryCounts(Map<Query, Integer> articles) {

  static QueryCounts of(IndexTerms index, Collection<Query> queries) throws IOException {
    List<Query> asked = List.copyOf(new LinkedHashSet<>(queries));
    int[] counts = index.counts(asked);
    Map<Query, Integer> articles = new HashMap<>();
    for (int i = 0; i < counts.length; i++) {
      articles.put(asked.get(i), counts[i]);
    }
    return new QueryCounts(articles);
  }

  int of(Query query) {
    return articles.getOrDefault(query, 0);
  }
}
