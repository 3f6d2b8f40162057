package org.fihris.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.fihris.query.Dimension;
import org.fihris.query.FacetRequest;
import org.fihris.query.Order;
import org.fihris.query.SearchRequest;
import org.fihris.query.SnippetOptions;
import org.fihris.search.Hits;
import org.fihris.search.NewsSearcher;
import org.fihris.suggest.Help;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "search", description = "Search an index and show hits with snippets and facets.")
final class SearchCommand implements Callable<Integer> {

  /** Orders as the user names them. */
  enum Sort {
    relevance(Order.RELEVANCE),
    newest(Order.NEWEST),
    oldest(Order.OLDEST);

    private final Order order;

    Sort(Order order) {
      this.order = order;
    }
  }

  @Mixin private IndexArgument index = new IndexArgument();
  @Mixin private SearchOptions options = new SearchOptions();

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "QUERY",
      description = "Words, \"phrases\", -word, field:word, OR, ( ). Without any: all articles.")
  private List<String> query = new ArrayList<>();

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "N",
      defaultValue = "10",
      description = "Show this many hits; default ${DEFAULT-VALUE}.")
  private int limit;

  @Option(
      names = "--offset",
      paramLabel = "N",
      defaultValue = "0",
      description = "Pass over this many hits first.")
  private int offset;

  @Option(
      names = "--sort",
      defaultValue = "relevance",
      description = "Order: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private Sort sort = Sort.relevance;

  @Option(
      names = "--facet-limit",
      paramLabel = "N",
      defaultValue = "5",
      description = "Values of each facet; 0 for no facets; default ${DEFAULT-VALUE}.")
  private int facetLimit;

  @Option(
      names = "--snippets",
      paramLabel = "N",
      defaultValue = "2",
      description = "Snippets of each hit; default ${DEFAULT-VALUE}.")
  private int snippets;

  @Option(names = "--json", description = "Print one JSON object (docs/json.md).")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    SearchRequest request = Checked.arguments(spec, this::request);
    try (NewsSearcher searcher = index.open().searcher()) {
      Hits hits = searcher.search(request);
      Help help = searcher.help(request);
      if (json) {
        Json.print(spec.commandLine().getOut(), SearchJson.hits(hits, help));
      } else {
        Screen screen = new Screen(spec);
        new HitList(screen, spec.commandLine().getErr()).print(hits, offset);
        new OfferList(screen).print(help);
      }
      return hits.total() == 0 ? Main.NOTHING_FOUND : 0;
    }
  }

  private SearchRequest request() {
    return options
        .request(query)
        .withPage(offset, limit)
        .withOrder(sort.order)
        .withFacets(facets())
        .withSnippets(new SnippetOptions(snippets, SnippetOptions.USUAL.length()));
  }

  private List<FacetRequest> facets() {
    List<FacetRequest> facets = new ArrayList<>();
    if (facetLimit != 0) {
      for (Dimension dimension : Dimension.values()) {
        facets.add(FacetRequest.of(dimension).withLimit(facetLimit));
      }
    }
    return facets;
  }
}
