package org.fihris.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.fihris.json.Json;
import org.fihris.json.SearchJson;
import org.fihris.query.Dimension;
import org.fihris.query.FacetRequest;
import org.fihris.query.Page;
import org.fihris.query.SearchRequest;
import org.fihris.query.SnippetOptions;
import org.fihris.search.Hits;
import org.fihris.search.NewsSearcher;
import org.fihris.suggest.Help;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "search", description = "Search an index and show hits with snippets and facets.")
final class SearchCommand implements Callable<Integer> {
  @Mixin private IndexArgument index = new IndexArgument();
  @Mixin private SearchOptions options = new SearchOptions();
  @Mixin private OrderOptions orders = new OrderOptions();
  @Mixin private ReprintsOption reprints = new ReprintsOption();

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "QUERY",
      description = {
        "Words, \"phrases\", -word, field:word, OR, ( ), NEAR/5, begin*, misspelt~,"
            + " date:2025-02, date:أمس. Without any: all articles.",
        "All of it: docs/query-syntax.md."
      })
  private List<String> query = new ArrayList<>();

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "N",
      defaultValue = "10",
      description = "Show this many hits; default ${DEFAULT-VALUE}.")
  private int limit;

  @Option(names = "--offset", paramLabel = "N", description = "Pass over this many hits first.")
  private @Nullable Integer offset;

  @Option(
      names = "--after",
      paramLabel = "CURSOR",
      description = "Go on behind a page: the \"next\" that it has with --json.")
  private @Nullable String after;

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

  @Option(
      names = "--list-reprints",
      paramLabel = "N",
      defaultValue = "3",
      description = "Reprints listed under each hit; default ${DEFAULT-VALUE}.")
  private int listed;

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
        new HitList(screen, spec.commandLine().getErr()).print(hits);
        if (after != null && hits.next() != null) {
          screen.line();
          screen.line("next page: --after " + hits.next());
        }
        new OfferList(screen).print(help);
      }
      return hits.total() == 0 ? Main.NOTHING_FOUND : 0;
    }
  }

  private SearchRequest request() {
    return options
        .request(query)
        .withPage(page())
        .withOrder(orders.order())
        .withReprints(reprints.reprints(listed))
        .withFacets(facets())
        .withSnippets(new SnippetOptions(snippets, SnippetOptions.USUAL.length()));
  }

  private Page page() {
    if (after == null) {
      return new Page.At(offset == null ? 0 : offset, limit);
    }
    if (offset != null) {
      throw new IllegalArgumentException("--after and --offset exclude each other");
    }
    return new Page.After(after, limit);
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
