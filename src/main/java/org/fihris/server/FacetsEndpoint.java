package org.fihris.server;

import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.fihris.json.Json;
import org.fihris.json.SearchJson;
import org.fihris.query.Dimension;
import org.fihris.query.FacetRequest;
import org.fihris.query.Reprints;
import org.fihris.query.SearchParameters;
import org.fihris.query.SearchRequest;
import org.fihris.query.SnippetOptions;
import org.fihris.search.Hits;
import org.fihris.search.NewsSearcher;

/** {@code /v1/facets}: the most frequent values of what a search finds, of every dimension. */
final class FacetsEndpoint implements Endpoint {

  /** No hits, since only counts are asked for, and ten values of each dimension. */
  private static final SearchRequest USUAL =
      SearchRequest.of("")
          .withLimit(0)
          .withSnippets(SnippetOptions.NONE)
          .withReprints(new Reprints.Collapsed(0))
          .withFacets(Arrays.stream(Dimension.values()).map(FacetRequest::of).toList());

  private final SearchParameters parameters;
  private final Set<String> names;
  private final int pageSize;

  FacetsEndpoint(Clock clock, int pageSize) {
    this.parameters = new SearchParameters(USUAL, clock);
    this.names = new HashSet<>(SearchParameters.NAMES);
    names.removeAll(FacetEndpoint.OF_HITS);
    names.remove("limit");
    this.pageSize = pageSize;
  }

  @Override
  public Set<String> names() {
    return names;
  }

  @Override
  public Answer answer(NewsSearcher searcher, Asked asked) {
    SearchRequest request = parameters.read(asked.values());
    request
        .facets()
        .forEach(facet -> PageSize.check(asked.values(), "facet-limit", facet.limit(), pageSize));
    asked.refuseFaults();
    Hits hits = searcher.search(request);
    return Answer.json(
        Json.object(
            "facets",
            hits.facets().stream().map(SearchJson::facet).toList(),
            "warnings",
            SearchJson.warnings(hits.warnings())));
  }
}
