package org.fihris.suggest;

import java.io.IOException;
import org.fihris.query.SearchRequest;

/** Counts the articles that have all that a request asks for, without anything else of them. */
@FunctionalInterface
public interface ArticleCount {
  long of(SearchRequest request) throws IOException;
}
