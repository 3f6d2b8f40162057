package org.fihris.search;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.lucene.document.Document;
import org.fihris.cluster.ClusterDocument;
import org.fihris.cluster.ClusterSearch;
import tools.jackson.databind.JsonNode;

/**
 * All that a cluster keeps of some articles, fetched some at a time; those that are not there are
 * left out. For one thread.
 */
final class FetchedArticles implements Iterator<Document> {
  private static final int BATCH = 200;
  private static final String PREFERENCE = "selected";

  private final ClusterSearch search;
  private final List<String> keys;
  private final Queue<Document> fetched = new ArrayDeque<>();
  private int next;

  FetchedArticles(ClusterSearch search, Collection<String> ids) {
    this.search = search;
    this.keys = ids.stream().map(ClusterDocument::key).toList();
  }

  @Override
  public boolean hasNext() {
    while (fetched.isEmpty() && next < keys.size()) {
      int end = Math.min(keys.size(), next + BATCH);
      for (JsonNode source : search.sources(keys.subList(next, end), List.of(), PREFERENCE)) {
        if (!source.isMissingNode()) {
          fetched.add(ClusterDocument.stored(source));
        }
      }
      next = end;
    }
    return !fetched.isEmpty();
  }

  @Override
  public Document next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return fetched.remove();
  }
}
