package org.fihris.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.fihris.explore.Trend;
import org.fihris.explore.TrendRequest;
import org.fihris.explore.Trends;
import org.fihris.json.EntityJson;
import org.fihris.json.Json;
import org.fihris.query.Period;
import org.fihris.search.NewsSearcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "trends",
    description = "Show the entities whose share of the articles changed most between two periods.")
final class TrendsCommand implements Callable<Integer> {
  private static final String FORMS = " (2018, 2018-05, 2018-05-14, 2018-05..2018-07).";

  @Mixin private IndexArgument index = new IndexArgument();
  @Mixin private EntityTypes types = new EntityTypes();

  @Option(
      names = "--earlier",
      required = true,
      paramLabel = "PERIOD",
      description = "The period compared with" + FORMS)
  private String earlier = "";

  @Option(
      names = "--later",
      required = true,
      paramLabel = "PERIOD",
      description = "The period looked at" + FORMS)
  private String later = "";

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "N",
      defaultValue = "20",
      description = "Show this many entities; default ${DEFAULT-VALUE}.")
  private int limit = 20;

  @Option(
      names = "--min-articles",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "Only entities with this many articles in both periods together;"
              + " default ${DEFAULT-VALUE}.")
  private int minArticles = 5;

  @Mixin private LanguageOption labels = new LanguageOption();

  @Option(names = "--json", description = "Print one JSON object (docs/json.md).")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    TrendRequest request = Checked.arguments(spec, this::request);
    try (NewsSearcher searcher = index.open().searcher()) {
      Notes.print(searcher.warnings(), spec.commandLine().getErr());
      Trends trends = searcher.entities().trends(request);
      if (json) {
        Json.print(spec.commandLine().getOut(), EntityJson.trends(trends));
      } else {
        print(trends);
      }
      return trends.trends().isEmpty() ? Main.NOTHING_FOUND : 0;
    }
  }

  private TrendRequest request() {
    return TrendRequest.of(Period.parse(earlier), Period.parse(later))
        .withTypes(types.chosen())
        .withLimit(limit)
        .withMinArticles(minArticles);
  }

  private void print(Trends trends) {
    Screen screen = new Screen(spec);
    screen.line(
        String.format(
            Locale.ROOT,
            "%,d articles in %s to %s, %,d in %s to %s",
            trends.earlierArticles(),
            trends.earlier().from(),
            trends.earlier().to(),
            trends.laterArticles(),
            trends.later().from(),
            trends.later().to()));
    for (Trend trend : trends.trends()) {
      screen.line(
          String.format(
                  Locale.ROOT,
                  "%s  %,7d (%4.1f%%) to %,7d (%4.1f%%)  ",
                  trend.logLikelihood() > 0 ? "up  " : "down",
                  trend.earlier(),
                  100 * trend.earlierShare(),
                  trend.later(),
                  100 * trend.laterShare())
              + screen.text(OneEntity.label(trend.entity(), labels.language))
              + "  "
              + screen.faint(trend.entity().id()));
    }
  }
}
