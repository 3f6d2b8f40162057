package org.fihris.server;

import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fihris.json.SearchJson;
import org.fihris.query.FacetRequest;
import org.fihris.query.Reprints;
import org.fihris.query.SearchParameters;
import org.fihris.query.SearchRequest;
import org.fihris.query.SnippetOptions;
import org.fihris.search.Hits;
import org.fihris.search.NewsSearcher;

/**
 * {@code /v1/facets/{dimension}}: the values of one dimension among what a search finds, as the
 * command {@code facets --json} prints them.
 */
final class FacetEndpoint implements Endpoint {

  /** What is of no meaning where only values are counted. */
  static final List<String> OF_HITS =
      List.of("after", "offset", "snippets", "sort", "half-life", "as-of", "list-reprints");

  private final Clock clock;
  private final Set<String> names;
  private final int pageSize;

  FacetEndpoint(Clock clock, int pageSize) {
    this.clock = clock;
    this.names = new HashSet<>(SearchParameters.NAMES);
    names.removeAll(OF_HITS);
    names.removeAll(List.of("facet", "facet-limit"));
    this.pageSize = pageSize;
  }

  @Override
  public Set<String> names() {
    return names;
  }

  @Override
  public Answer answer(NewsSearcher searcher, Asked asked) {
    FacetRequest facet =
        FacetRequest.named(asked.subject())
            .orElseThrow(
                () ->
                    new Refusal(
                        Problem.notFound(
                            "There is no such facet; known are "
                                + FacetRequest.KNOWN_NAMES
                                + ".")));
    SearchRequest usual =
        SearchRequest.of("")
            .withLimit(Math.min(100, pageSize))
            .withSnippets(SnippetOptions.NONE)
            .withReprints(new Reprints.Collapsed(0))
            .withFacets(List.of(facet));
    SearchRequest request = new SearchParameters(usual, clock).read(asked.values());
    int limit = request.page().limit();
    PageSize.check(asked.values(), "limit", limit, pageSize);
    if (limit == 0) {
      asked.values().addFault("limit", "at least one value is to be told");
    }
    asked.refuseFaults();
    Hits hits =
        searcher.search(
            request.withLimit(0).withFacets(List.of(request.facets().getFirst().withLimit(limit))));
    Map<String, Object> json = new LinkedHashMap<>(SearchJson.facet(hits.facets().getFirst()));
    json.put("warnings", SearchJson.warnings(hits.warnings()));
    return Answer.json(json);
  }
}
