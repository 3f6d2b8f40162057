package org.fihris.server;

import java.time.Clock;
import java.util.Set;
import org.fihris.json.ArticleJson;
import org.fihris.json.SearchJson;
import org.fihris.query.SearchParameters;
import org.fihris.query.SearchRequest;
import org.fihris.search.MarkedArticle;
import org.fihris.search.NewsSearcher;

/** {@code /v1/article/{id}}: an article whole; with {@code q}, what matches is marked. */
final class ArticleEndpoint implements Endpoint {
  private final SearchParameters parameters;

  ArticleEndpoint(Clock clock) {
    this.parameters = new SearchParameters(SearchRequest.of(""), clock);
  }

  @Override
  public Set<String> names() {
    return Set.of("q", "words", "spelling", "syntax", "no-entities", "today");
  }

  @Override
  public Answer answer(NewsSearcher searcher, Asked asked) {
    SearchRequest request = parameters.read(asked.values());
    asked.refuseFaults();
    MarkedArticle read = searcher.read(asked.subject(), request);
    if (read == null) {
      throw new Refusal(Problem.NO_ARTICLE);
    }
    return Answer.json(
        asked.values().has("q")
            ? SearchJson.read(read)
            : ArticleJson.articleOfIndex(read.article(), read.group()));
  }
}
