package org.fihris.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.fihris.explore.Significant;
import org.fihris.explore.SignificantRequest;
import org.fihris.json.Json;
import org.fihris.json.StoryJson;
import org.fihris.query.SearchRequest;
import org.fihris.query.Warning;
import org.fihris.search.NewsSearcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "significant",
    description =
        "Show the words and entities that are far more frequent in what a query finds than in the"
            + " whole index (docs/related.md).")
final class SignificantCommand implements Callable<Integer> {
  @Mixin private IndexArgument index = new IndexArgument();
  @Mixin private SearchOptions options = new SearchOptions();

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "QUERY", description = "As in search.")
  private List<String> query = new ArrayList<>();

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "N",
      defaultValue = "20",
      description = "Show this many words and this many entities; default ${DEFAULT-VALUE}.")
  private int limit = 20;

  @Option(
      names = "--sample",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Read this many of the hits for their words at most; default ${DEFAULT-VALUE}.")
  private int sample = 1_000;

  @Option(
      names = "--min-stories",
      paramLabel = "N",
      defaultValue = "3",
      description = "Only what this many stories have at least; default ${DEFAULT-VALUE}.")
  private int minStories = 3;

  @Mixin private LanguageOption labels = new LanguageOption();

  @Option(names = "--json", description = "Print one JSON object (docs/json.md).")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    SearchRequest request = Checked.arguments(spec, () -> options.request(query));
    SignificantRequest wanted =
        Checked.arguments(spec, () -> new SignificantRequest(limit, sample, minStories));
    try (NewsSearcher searcher = index.open().searcher()) {
      List<Warning> warnings = new ArrayList<>();
      Significant significant = searcher.significant(request, wanted, warnings);
      Notes.print(warnings, spec.commandLine().getErr());
      if (json) {
        Json.print(spec.commandLine().getOut(), StoryJson.significant(significant));
      } else {
        print(significant);
      }
      return significant.words().isEmpty() && significant.entities().isEmpty()
          ? Main.NOTHING_FOUND
          : 0;
    }
  }

  private void print(Significant significant) {
    Screen screen = new Screen(spec);
    screen.line(
        String.format(
            Locale.ROOT,
            "%,d articles, %,d of them read for their words",
            significant.articles(),
            significant.sampled()));
    for (Significant.SignificantWord word : significant.words()) {
      screen.line(line(word.lift(), word.articles(), word.all()) + screen.text(word.text()));
    }
    if (!significant.entities().isEmpty()) {
      screen.line();
    }
    for (Significant.SignificantEntity entity : significant.entities()) {
      screen.line(
          line(entity.lift(), entity.articles(), entity.all())
              + screen.text(OneEntity.label(entity.entity(), labels.language))
              + "  "
              + screen.faint(entity.entity().id()));
    }
  }

  private static String line(double lift, int articles, int all) {
    return String.format(Locale.ROOT, "%,9.1f  %,7d of %,7d  ", lift, articles, all);
  }
}
