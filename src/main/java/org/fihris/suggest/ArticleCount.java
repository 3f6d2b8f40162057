package org.fihris.suggest;

import java.io.IOException;
import java.util.List;
import org.fihris.query.SearchRequest;

/** Counts the articles that have all that requests ask for, without anything else of them. */
@FunctionalInterface
public interface ArticleCount {

  /** The counts in the order of the requests, which are asked at once. */
  List<Long> of(List<SearchRequest> requests) throws IOException;
}
