package org.fihris.search;

import java.io.IOException;
import java.io.UncheckedIOException;
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

  /** How the values of a dimension are numbered; empty if no article has one. */
  Optional<SortedSetDocValuesReaderState> facet(String dimension) {
    return facets.computeIfAbsent(dimension, this::open);
  }

  private Optional<SortedSetDocValuesReaderState> open(String dimension) {
    String field = Schema.facetField(dimension);
    if (FieldInfos.getMergedFieldInfos(searcher.getIndexReader()).fieldInfo(field) == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new DefaultSortedSetDocValuesReaderState(
              searcher.getIndexReader(), field, Schema.facets()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
