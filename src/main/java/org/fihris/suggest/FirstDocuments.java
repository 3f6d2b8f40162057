package org.fihris.suggest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Takes the first matches in the order of documents and ends the search with the last of them. */
final class FirstDocuments extends SimpleCollector {

  /** For a searcher without threads of its own, which needs one collector. */
  record Gathering(int limit) implements CollectorManager<FirstDocuments, List<Integer>> {
    @Override
    public FirstDocuments newCollector() {
      return new FirstDocuments(limit);
    }

    @Override
    public List<Integer> reduce(Collection<FirstDocuments> collectors) {
      return collectors.stream().flatMap(first -> first.documents.stream()).toList();
    }
  }

  private final int limit;
  private final List<Integer> documents = new ArrayList<>();
  private int base;

  private FirstDocuments(int limit) {
    this.limit = limit;
  }

  @Override
  protected void doSetNextReader(LeafReaderContext leaf) {
    base = leaf.docBase;
  }

  @Override
  public void collect(int doc) {
    if (documents.size() >= limit) {
      throw new CollectionTerminatedException();
    }
    documents.add(base + doc);
    if (documents.size() >= limit) {
      throw new CollectionTerminatedException();
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }
}
