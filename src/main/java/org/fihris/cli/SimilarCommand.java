package org.fihris.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.fihris.explore.SimilarArticle;
import org.fihris.explore.SimilarRequest;
import org.fihris.json.Json;
import org.fihris.json.StoryJson;
import org.fihris.query.Filters;
import org.fihris.search.NewsSearcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "similar",
    description =
        "Show the articles most like one, each story once, its own reprints left out, and why"
            + " (docs/related.md).")
final class SimilarCommand implements Callable<Integer> {
  @Mixin private IndexArgument index = new IndexArgument();

  @Parameters(index = "1", paramLabel = "ID", description = "The id, as search shows it.")
  private String id = "";

  @Mixin private DaysOption days = new DaysOption();

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "N",
      defaultValue = "10",
      description =
          "Show this many articles, at most " + SimilarRequest.MOST + "; default ${DEFAULT-VALUE}.")
  private int limit = 10;

  @Option(names = "--json", description = "Print one JSON object (docs/json.md).")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    SimilarRequest request =
        Checked.arguments(
            spec, () -> new SimilarRequest(limit, Filters.NONE.withDays(days.from, days.to)));
    try (NewsSearcher searcher = index.open().searcher()) {
      Notes.print(searcher.warnings(), spec.commandLine().getErr());
      List<SimilarArticle> similar = searcher.stories().similar(id, request);
      if (similar == null) {
        spec.commandLine().getErr().println("fihris: no article has the id " + id);
        return Main.NOTHING_FOUND;
      }
      if (json) {
        Json.print(spec.commandLine().getOut(), StoryJson.similar(id, similar));
      } else {
        print(similar);
      }
      return similar.isEmpty() ? Main.NOTHING_FOUND : 0;
    }
  }

  private void print(List<SimilarArticle> similar) {
    Screen screen = new Screen(spec);
    int rank = 0;
    for (SimilarArticle one : similar) {
      rank++;
      screen.line(
          screen.bold(rank + ". " + ArticleLine.headline(one.article(), screen))
              + String.format(Locale.ROOT, "  %.2f", one.score()));
      screen.line("   " + screen.faint(ArticleLine.origin(one.article(), screen)));
      screen.line("   words: " + screen.text(String.join("، ", one.words())));
      if (!one.entities().isEmpty()) {
        String names =
            one.entities().stream()
                .map(entity -> entity.labelAr())
                .collect(Collectors.joining("، "));
        screen.line("   names: " + screen.text(names));
      }
    }
  }
}
