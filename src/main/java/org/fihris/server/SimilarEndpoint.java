package org.fihris.server;

import java.util.List;
import java.util.Set;
import org.fihris.explore.SimilarArticle;
import org.fihris.explore.SimilarRequest;
import org.fihris.json.StoryJson;
import org.fihris.query.Filters;
import org.fihris.search.NewsSearcher;

/** {@code /v1/similar/{id}}: the articles most like one. */
final class SimilarEndpoint implements Endpoint {
  private final int most;

  SimilarEndpoint(int pageSize) {
    this.most = Math.min(pageSize, SimilarRequest.MOST);
  }

  @Override
  public Set<String> names() {
    return Set.of("from", "to", "limit");
  }

  @Override
  public Answer answer(NewsSearcher searcher, Asked asked) {
    int limit = asked.values().number("limit", 0, most, Math.min(10, most));
    Filters days = Days.of(asked.values());
    asked.refuseFaults();
    List<SimilarArticle> similar =
        searcher.stories().similar(asked.subject(), new SimilarRequest(limit, days));
    if (similar == null) {
      throw new Refusal(Problem.NO_ARTICLE);
    }
    return Answer.json(StoryJson.similar(asked.subject(), similar));
  }
}
