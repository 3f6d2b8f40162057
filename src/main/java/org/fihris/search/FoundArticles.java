package org.fihris.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.fihris.facet.Counted;
import org.fihris.facet.FacetCounts;
import org.fihris.matching.RequestTranslator;
import org.fihris.query.SearchRequest;

/**
 * All articles that a query found, to be told of beyond their number and their order. The numbers
 * of hits mean something to it only.
 */
interface FoundArticles {

  /** What its hits are: articles, or stories where reprints are collapsed. */
  Counted counted();

  /** How many articles stay behind the hits, whose stories they tell. */
  long behind();

  /** Some of the hits with their articles and snippets. */
  List<Hit> hits(SearchRequest request, RequestTranslator.Understood understood, ScoreDoc[] hits)
      throws IOException;

  /** The ids of some of the hits. */
  List<String> ids(ScoreDoc[] hits) throws IOException;

  /**
   * The counts that a request asks for, over all that was found.
   *
   * @param query what was searched for, without filters
   */
  List<FacetCounts> facets(SearchRequest request, Query query) throws IOException;
}
