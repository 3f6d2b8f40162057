package org.fihris.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.fihris.NewsIndex;
import org.fihris.json.Json;
import org.fihris.json.SuggestJson;
import org.fihris.search.NewsSearcher;
import org.fihris.suggest.SuggestRequest;
import org.fihris.suggest.Suggestion;
import org.fihris.suggest.Suggestions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "suggest",
    description = {
      "Suggest ways to go on with what was typed: entities, phrases and headlines.",
      "The last word may be the beginning of one; with a space behind it, it is whole."
    })
final class SuggestCommand implements Callable<Integer> {
  @Mixin private IndexArgument index = new IndexArgument();

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "PREFIX",
      description = "What was typed so far, in Arabic or, for entities, in English.")
  private List<String> prefix = new ArrayList<>();

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "N",
      defaultValue = "10",
      description = "Give this many suggestions; default ${DEFAULT-VALUE}.")
  private int limit;

  @Option(
      names = "--build",
      description =
          "First build the suggestions of the last commit, if they are missing, damaged or older.")
  private boolean build;

  @Option(names = "--json", description = "Print one JSON object (docs/json.md).")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    SuggestRequest request =
        Checked.arguments(spec, () -> SuggestRequest.of(String.join(" ", prefix)).withLimit(limit));
    NewsIndex opened = index.open();
    if (build) {
      boolean built = opened.buildSuggestions();
      spec.commandLine().getErr().println(built ? "suggestions built" : "suggestions are there");
      if (prefix.isEmpty()) {
        return 0;
      }
    }
    try (NewsSearcher searcher = opened.searcher()) {
      Suggestions found = searcher.suggest(request);
      if (json) {
        Json.print(spec.commandLine().getOut(), SuggestJson.suggestions(request, found));
      } else {
        Notes.print(found.warnings(), spec.commandLine().getErr());
        Screen screen = new Screen(spec);
        found.suggestions().forEach(suggestion -> screen.line(line(suggestion, screen)));
      }
      return found.suggestions().isEmpty() ? Main.NOTHING_FOUND : 0;
    }
  }

  private static String line(Suggestion suggestion, Screen screen) {
    String text = screen.text(suggestion.text());
    return switch (suggestion) {
      case Suggestion.OfEntity entity ->
          kind(Json.key(entity.entity().type()))
              + text
              + number(entity.articles(), "article")
              + screen.faint("  " + entity.entity().labelEn());
      case Suggestion.OfPhrase phrase ->
          kind("phrase") + text + number(phrase.headlines(), "headline");
      case Suggestion.OfHeadline headline ->
          kind("headline")
              + text
              + screen.faint(
                  "  " + (headline.day() == null ? "undated" : headline.day().toString()));
    };
  }

  private static String kind(String name) {
    return String.format("%-14s", name);
  }

  private static String number(long count, String what) {
    return String.format(Locale.ROOT, "  %,d %s%s", count, what, count == 1 ? "" : "s");
  }
}
