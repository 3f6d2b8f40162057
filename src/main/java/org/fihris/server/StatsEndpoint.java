package org.fihris.server;

import java.util.Set;
import org.fihris.json.IndexJson;
import org.fihris.search.NewsSearcher;

/** {@code /v1/stats}: the index in figures. */
final class StatsEndpoint implements Endpoint {

  @Override
  public Set<String> names() {
    return Set.of();
  }

  @Override
  public Answer answer(NewsSearcher searcher, Asked asked) {
    // The bytes count files that are no part of the commit.
    return Answer.json(IndexJson.stats(searcher.stats())).withKeeping(Answer.Keeping.ASK);
  }
}
