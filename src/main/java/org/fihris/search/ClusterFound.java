package org.fihris.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.fihris.facet.Counted;
import org.fihris.facet.FacetCounts;
import org.fihris.matching.RequestTranslator;
import org.fihris.query.SearchRequest;

/** What a query found in an index on a cluster; hits are numbered as they were met. */
final class ClusterFound implements FoundArticles {
  private final ClusterReader reader;
  private final String preference;
  private final ClusterFinder.Result result;

  ClusterFound(ClusterReader reader, String preference, ClusterFinder.Result result) {
    this.reader = reader;
    this.preference = preference;
    this.result = result;
  }

  @Override
  public Counted counted() {
    return result.counted();
  }

  @Override
  public long behind() {
    return result.behind();
  }

  @Override
  public List<Hit> hits(
      SearchRequest request, RequestTranslator.Understood understood, ScoreDoc[] hits)
      throws IOException {
    return reader.hits(request, understood, result, hits, preference);
  }

  @Override
  public List<String> ids(ScoreDoc[] hits) {
    List<String> ids = new ArrayList<>(hits.length);
    for (ScoreDoc hit : hits) {
      ids.add(result.articles().get(hit.doc).id());
    }
    return ids;
  }

  @Override
  public List<FacetCounts> facets(SearchRequest request, Query query) throws IOException {
    return request.facets().isEmpty()
        ? List.of()
        : reader.facets(request, query, counted(), preference);
  }
}
