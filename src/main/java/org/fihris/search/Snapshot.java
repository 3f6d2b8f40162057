package org.fihris.search;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.search.IndexSearcher;
import org.fihris.index.Schema;

/**
 * One commit of an index, and what has to be worked out once for all its searches: how the facet
 * values of the segments stand to each other. Safe for any number of threads.
 */
final class Snapshot {
  private final IndexSearcher searcher;
  private final Map<String, Optional<SortedSetDocValuesReaderState>> facets =
      new ConcurrentHashMap<>();

  Snapshot(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  IndexSearcher searcher() {
    return searcher;
  }

  /**
   * How the values of a dimension are numbered; empty if no article has one. Two threads that ask
   * first at once both work it out, and keep one result.
   */
  Optional<SortedSetDocValuesReaderState> facet(String dimension) throws IOException {
    Optional<SortedSetDocValuesReaderState> known = facets.get(dimension);
    if (known == null) {
      Optional<SortedSetDocValuesReaderState> opened = open(dimension);
      known = facets.putIfAbsent(dimension, opened);
      return known == null ? opened : known;
    }
    return known;
  }

  private Optional<SortedSetDocValuesReaderState> open(String dimension) throws IOException {
    String field = Schema.facetField(dimension);
    if (FieldInfos.getMergedFieldInfos(searcher.getIndexReader()).fieldInfo(field) == null) {
      return Optional.empty();
    }
    return Optional.of(
        new DefaultSortedSetDocValuesReaderState(
            searcher.getIndexReader(), field, Schema.facets()));
  }
}
