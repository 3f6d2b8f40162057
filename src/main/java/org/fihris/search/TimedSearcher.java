package org.fihris.search;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Weight;

/**
 * Ends a search whose time is over ({@link TimeLimit}) with an exception. Lucene alone would give
 * what was found until then as if it were all.
 */
final class TimedSearcher extends IndexSearcher {

  TimedSearcher(IndexReader reader) {
    super(reader);
    setTimeout(TimeLimit::isOver);
  }

  @Override
  public Query rewrite(Query original) throws IOException {
    TimeLimit.check();
    return super.rewrite(original);
  }

  @Override
  protected void searchLeaf(
      LeafReaderContext leaf, int minDoc, int maxDoc, Weight weight, Collector collector)
      throws IOException {
    super.searchLeaf(leaf, minDoc, maxDoc, weight, collector);
    TimeLimit.check();
  }
}
