package org.fihris.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.fihris.analysis.MatchLevel;
import org.fihris.json.Json;
import org.fihris.json.SearchJson;
import org.fihris.query.SearchRequest;
import org.fihris.search.Explanation;
import org.fihris.search.NewsSearcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "explain",
    description = "Say why an article is a hit of a query, and what its score is made of.")
final class ExplainCommand implements Callable<Integer> {

  /** Hits among which the article's place is told. */
  private static final int RANKED = 100;

  @Mixin private IndexArgument index = new IndexArgument();
  @Mixin private SearchOptions options = new SearchOptions();
  @Mixin private OrderOptions orders = new OrderOptions();

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "QUERY", description = "As for search.")
  private List<String> query = new ArrayList<>();

  @Option(names = "--id", required = true, paramLabel = "ID", description = "The article.")
  private String id = "";

  @Option(names = "--json", description = "Print one JSON object (docs/json.md).")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    SearchRequest request =
        Checked.arguments(
            spec, () -> options.request(query).withOrder(orders.order()).withLimit(RANKED));
    try (NewsSearcher searcher = index.open().searcher()) {
      Explanation explanation = searcher.explain(request, id);
      if (explanation == null) {
        spec.commandLine().getErr().println("fihris: no article has the id " + id);
        return Main.NOTHING_FOUND;
      }
      if (json) {
        Json.print(spec.commandLine().getOut(), SearchJson.explanation(explanation));
      } else {
        print(explanation);
      }
      return explanation.outcome() == Explanation.Outcome.HIT ? 0 : Main.NOTHING_FOUND;
    }
  }

  private void print(Explanation explanation) {
    Notes.print(explanation.warnings(), spec.commandLine().getErr());
    Screen screen = new Screen(spec);
    screen.line(screen.bold(verdict(explanation)) + " " + screen.text(explanation.query()));
    for (Explanation.Part part : explanation.parts()) {
      screen.line();
      String stem = part.stem();
      screen.line(
          screen.bold(screen.text(part.text()))
              + (stem == null ? "" : ", looked for by its stem " + screen.text(stem)));
      if (part.score() == 0) {
        screen.line("   not found");
        continue;
      }
      screen.line(points(part.score(), "for what is found"));
      if (part.asTyped() > 0) {
        screen.line(points(part.asTyped(), "for standing there as it was typed"));
      }
      if (part.opening() > 0) {
        screen.line(points(part.opening(), "for standing in the opening"));
      }
      places(screen, part).forEach(screen::line);
    }
    Explanation.Recency recency = explanation.recency();
    if (recency != null) {
      screen.line();
      screen.line(screen.bold("recency"));
      screen.line(points(recency.score(), reason(recency)));
    }
  }

  private static String reason(Explanation.Recency recency) {
    Duration age = recency.age();
    return String.format(
        Locale.ROOT,
        "%s: %.1f %% of the points above",
        age == null
            ? "for an unknown date"
            : "for being published " + days(age.abs()) + (age.isNegative() ? " later" : " before"),
        100 * recency.share());
  }

  private static String days(Duration age) {
    return age.toDays() < 2 ? age.toHours() + " hours" : age.toDays() + " days";
  }

  private static String verdict(Explanation explanation) {
    String id = explanation.id();
    return switch (explanation.outcome()) {
      case HIT ->
          String.format(
              Locale.ROOT,
              "%s is hit %s with %.2f points for",
              id,
              place(explanation),
              explanation.score());
      case NO_MATCH -> id + " is no hit for";
      case FILTERED -> id + " matches, but the filters leave it out, for";
    };
  }

  private static String place(Explanation explanation) {
    return explanation.rank() == 0 ? "behind the first " + RANKED : "no. " + explanation.rank();
  }

  private static String points(float points, String reason) {
    return String.format(Locale.ROOT, "   %6.2f  %s", points, reason);
  }

  /** The forms found, a line for each field. */
  private static List<String> places(Screen screen, Explanation.Part part) {
    return part.forms().stream()
        .map(Explanation.Form::field)
        .distinct()
        .map(
            field ->
                "   in the "
                    + field
                    + ": "
                    + part.forms().stream()
                        .filter(form -> form.field().equals(field))
                        .map(form -> form(screen, form))
                        .collect(Collectors.joining(", ")))
        .toList();
  }

  private static String form(Screen screen, Explanation.Form form) {
    String level = form.level() == null ? "" : " (" + words(form.level()) + ")";
    String times = form.count() == 1 ? "" : " " + form.count() + " times";
    return screen.text(form.text()) + times + level;
  }

  private static String words(MatchLevel level) {
    return switch (level) {
      case EXACT -> "as typed";
      case SURFACE -> "the same letters";
      case SPELLING -> "another spelling";
      case STEM -> "another form";
      case NAME -> "another name";
      case LIKE -> "like it";
      case KIN -> "the same consonants";
    };
  }
}
