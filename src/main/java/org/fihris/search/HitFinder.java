package org.fihris.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.Query;
import org.fihris.matching.QueryWord;
import org.fihris.query.SearchRequest;

/** Finds what queries match, wherever the index lies. Safe for any number of threads. */
interface HitFinder {

  /**
   * The best hits of a query under the filters and in the order of a request.
   *
   * @param start where the page begins
   * @param words those that the best hits are put in order by
   */
  Found find(SearchRequest request, Cursors.Start start, Query query, List<QueryWord> words)
      throws IOException;

  /** How many articles each of some queries finds. */
  List<Long> counts(List<Counting> queries) throws IOException;
}
