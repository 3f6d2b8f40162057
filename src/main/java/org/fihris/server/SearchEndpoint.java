package org.fihris.server;

import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.fihris.json.SearchJson;
import org.fihris.query.Dimension;
import org.fihris.query.FacetRequest;
import org.fihris.query.Order;
import org.fihris.query.Reprints;
import org.fihris.query.SearchParameters;
import org.fihris.query.SearchRequest;
import org.fihris.search.CursorException;
import org.fihris.search.Hits;
import org.fihris.search.NewsSearcher;

/** {@code /v1/search}: what the command {@code search --json} prints. */
final class SearchEndpoint implements Endpoint {

  /** Ten stories, without facets: who wants counts names them. */
  static final SearchRequest USUAL = SearchRequest.of("").withReprints(new Reprints.Collapsed(3));

  private final SearchParameters parameters;
  private final int pageSize;

  SearchEndpoint(Clock clock, int pageSize) {
    this.parameters = new SearchParameters(USUAL, clock);
    this.pageSize = pageSize;
  }

  @Override
  public Set<String> names() {
    return SearchParameters.NAMES;
  }

  @Override
  public Answer answer(NewsSearcher searcher, Asked asked) {
    SearchRequest request = parameters.read(asked.values());
    PageSize.check(asked.values(), "limit", request.page().limit(), pageSize);
    Set<Dimension> dimensions = new HashSet<>();
    for (FacetRequest facet : request.facets()) {
      PageSize.check(asked.values(), "facet-limit", facet.limit(), pageSize);
      if (!dimensions.add(facet.dimension())) {
        asked.values().addFault("facet", "dates can be counted by one kind of period at a time");
      }
    }
    asked.refuseFaults();
    try {
      Hits hits = searcher.search(request);
      Answer answer = Answer.json(SearchJson.hits(hits, searcher.help(request)));
      // Points that depend on the age of news are others a second later.
      return request.order() instanceof Order.Recent
          ? answer.withKeeping(Answer.Keeping.NEVER)
          : answer;
    } catch (CursorException e) {
      asked.values().addFault("after", String.valueOf(e.getMessage()));
      asked.refuseFaults();
      throw e;
    }
  }
}
