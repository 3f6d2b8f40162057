package org.fihris.server;

import java.util.Set;
import org.fihris.NewsIndex;
import org.fihris.json.Json;
import org.fihris.json.SearchJson;
import org.fihris.saved.SavedSearchesFile;
import org.fihris.search.NewsSearcher;

/** {@code /v1/saved}: the searches that are kept with the index. */
final class SavedEndpoint implements Endpoint {
  private final NewsIndex index;

  SavedEndpoint(NewsIndex index) {
    this.index = index;
  }

  @Override
  public Set<String> names() {
    return Set.of();
  }

  @Override
  public Answer answer(NewsSearcher searcher, Asked asked) {
    SavedSearchesFile.InForce inForce = index.savedSearches().inForce();
    return Answer.json(
            Json.object(
                "searches",
                inForce.searches().stream().map(SearchJson::saved).toList(),
                "problem",
                inForce.problem()))
        .withKeeping(Answer.Keeping.ASK);
  }
}
