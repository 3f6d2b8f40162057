package org.fihris.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.fihris.facet.FacetCounts;
import org.fihris.facet.FacetValue;
import org.fihris.json.Json;
import org.fihris.json.SearchJson;
import org.fihris.query.FacetRequest;
import org.fihris.query.SearchRequest;
import org.fihris.query.SnippetOptions;
import org.fihris.search.Hits;
import org.fihris.search.NewsSearcher;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "facets",
    description = "Count the values of one facet, over a whole index or over what a query finds.")
final class FacetsCommand implements Callable<Integer> {
  @Mixin private IndexArgument index = new IndexArgument();
  @Mixin private SearchOptions options = new SearchOptions();

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "QUERY", description = "As in search.")
  private List<String> query = new ArrayList<>();

  @Option(
      names = "--dim",
      required = true,
      paramLabel = "D",
      description =
          "The facet: date (years), quarter, month, week, day, source, category, person, place or"
              + " organisation.")
  private String dimension = "";

  @Mixin private PeriodsOptions periods = new PeriodsOptions();
  @Mixin private ReprintsOption reprints = new ReprintsOption();

  @Option(
      names = "--find",
      paramLabel = "PREFIX",
      description =
          "Only values with a word that begins like this, in Arabic or English; hamza, vowel marks"
              + " and the article make no difference.")
  private @Nullable String find;

  @Mixin private LanguageOption labels = new LanguageOption();

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "N",
      defaultValue = "100",
      description = "Show this many values; default ${DEFAULT-VALUE}.")
  private int limit;

  @Option(names = "--json", description = "Print one JSON object (docs/json.md).")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    SearchRequest request = Checked.arguments(spec, this::request);
    try (NewsSearcher searcher = index.open().searcher()) {
      Hits hits = searcher.search(request);
      Notes.print(hits.warnings(), spec.commandLine().getErr());
      FacetCounts counts = hits.facets().getFirst();
      if (json) {
        Json.print(spec.commandLine().getOut(), SearchJson.facet(counts));
      } else {
        print(counts);
      }
      return counts.values().isEmpty() ? Main.NOTHING_FOUND : 0;
    }
  }

  private SearchRequest request() {
    return options
        .request(query)
        .withLimit(0)
        .withReprints(reprints.reprints(0))
        .withSnippets(SnippetOptions.NONE)
        .withFacets(List.of(facet()));
  }

  private FacetRequest facet() {
    FacetRequest facet =
        FacetRequest.named(dimension)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(),
                        "--dim: "
                            + dimension
                            + " is no facet; known are "
                            + FacetRequest.KNOWN_NAMES));
    facet = facet.withPeriods(periods.periods(facet.periods().step()));
    return facet.withLimit(limit).withFind(find).withLanguage(labels.language);
  }

  private void print(FacetCounts counts) {
    Screen screen = new Screen(spec);
    for (FacetValue value : counts.values()) {
      String key = value.value().equals(value.label()) ? "" : "  " + screen.faint(value.value());
      screen.line(
          String.format(Locale.ROOT, "%,9d  ", value.count()) + screen.text(value.label()) + key);
    }
    long more = counts.totalValues() - counts.values().size();
    if (more > 0) {
      screen.line("           and " + more + " more (--limit)");
    }
  }
}
