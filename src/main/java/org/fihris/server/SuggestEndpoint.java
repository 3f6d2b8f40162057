package org.fihris.server;

import java.util.Set;
import org.fihris.json.SuggestJson;
import org.fihris.search.NewsSearcher;
import org.fihris.suggest.SuggestRequest;

/** {@code /v1/suggest}: how to go on with what was typed. */
final class SuggestEndpoint implements Endpoint {
  private final int most;

  SuggestEndpoint(int pageSize) {
    this.most = Math.min(pageSize, SuggestRequest.MAX_LIMIT);
  }

  @Override
  public Set<String> names() {
    return Set.of("q", "limit");
  }

  @Override
  public Answer answer(NewsSearcher searcher, Asked asked) {
    String typed = asked.values().text("q");
    int limit = asked.values().number("limit", 1, most, Math.min(10, most));
    asked.refuseFaults();
    SuggestRequest request = SuggestRequest.of(typed == null ? "" : typed).withLimit(limit);
    // Completions are built after the commit that they are of.
    return Answer.json(SuggestJson.suggestions(request, searcher.suggest(request)))
        .withKeeping(Answer.Keeping.ASK);
  }
}
