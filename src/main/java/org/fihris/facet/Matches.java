package org.fihris.facet;

import java.util.List;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;

/**
 * All articles that a search found.
 *
 * @param articles every one of them, whatever is counted
 * @param counted whether they count one by one, or those of one story once
 */
public record Matches(List<MatchingDocs> articles, Counted counted) {
  public Matches {
    articles = List.copyOf(articles);
  }

  /** How many articles were found. */
  long size() {
    long size = 0;
    for (MatchingDocs segment : articles) {
      size += segment.totalHits();
    }
    return size;
  }
}
