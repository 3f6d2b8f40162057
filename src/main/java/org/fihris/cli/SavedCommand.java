package org.fihris.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.fihris.NewsIndex;
import org.fihris.json.Json;
import org.fihris.json.SearchJson;
import org.fihris.query.Order;
import org.fihris.query.SearchRequest;
import org.fihris.saved.SavedSearch;
import org.fihris.saved.SavedSearchesFile;
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
    name = "saved",
    synopsisSubcommandLabel = "(add | list | remove | test | print | replace)",
    description =
        "Keep searches under a name, in the index's table "
            + SavedSearchesFile.NAME
            + "; 'fihris index --alerts' reports new articles that match (docs/saved-searches.md).")
final class SavedCommand implements Runnable {
  @Mixin private IndexArgument index = new IndexArgument();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do: add, list, remove, test, print or replace.");
  }

  private NewsIndex index() {
    return index.open();
  }

  private void say(List<SavedSearch> searches) {
    int size = searches.size();
    spec.commandLine()
        .getOut()
        .println(size + (size == 1 ? " search is" : " searches are") + " saved");
  }

  private List<SavedSearch> inForce() {
    SavedSearchesFile.InForce inForce = index().savedSearches().inForce();
    if (inForce.problem() != null) {
      spec.commandLine().getErr().println("note: " + inForce.problem());
    }
    return inForce.searches();
  }

  @Command(name = "add", description = "Save a search; an article must have all its words.")
  int add(
      @Parameters(index = "0", paramLabel = "NAME", description = "The name it is reported under.")
          String name,
      @Parameters(
              index = "1..*",
              arity = "1..*",
              paramLabel = "QUERY",
              description = "As in search.")
          List<String> query,
      @Mixin SearchOptions options) {
    SavedSearch search =
        Checked.arguments(
            spec,
            () -> {
              SearchRequest request = options.request(query);
              return new SavedSearch(
                  name, request.text(), request.interpretation(), request.filters());
            });
    say(index().savedSearches().add(List.of(search)));
    return 0;
  }

  @Command(name = "remove", description = "Forget a saved search.")
  int remove(@Parameters(paramLabel = "NAME", description = "Its name.") String name) {
    say(index().savedSearches().remove(name));
    return 0;
  }

  @Command(name = "list", description = "Show the saved searches.")
  int list(
      @Option(names = "--json", description = "Print one JSON object (docs/json.md).")
          boolean json) {
    List<SavedSearch> searches = inForce();
    if (json) {
      Json.print(
          spec.commandLine().getOut(),
          Json.object("searches", searches.stream().map(SearchJson::saved).toList()));
    } else {
      Screen screen = new Screen(spec);
      for (SavedSearch search : searches) {
        screen.line(
            screen.bold(screen.text(search.name()))
                + "  "
                + screen.text(search.text())
                + search.conditions().stream()
                    .map(condition -> "  " + screen.text(condition))
                    .reduce("", String::concat));
      }
    }
    return searches.isEmpty() ? Main.NOTHING_FOUND : 0;
  }

  @Command(
      name = "test",
      description = "Show what a saved search finds among all articles, the newest first.")
  int test(
      @Parameters(paramLabel = "NAME", description = "Its name.") String name,
      @Option(
              names = {"-n", "--limit"},
              paramLabel = "N",
              defaultValue = "10",
              description = "Show this many articles; default ${DEFAULT-VALUE}.")
          int limit,
      @Option(names = "--json", description = "Print one JSON object, as search does.")
          boolean json) {
    SavedSearch search = named(name);
    if (search == null) {
      spec.commandLine().getErr().println("fihris: no saved search has the name " + name);
      return Main.NOTHING_FOUND;
    }
    SearchRequest request =
        Checked.arguments(spec, () -> search.request().withOrder(Order.NEWEST).withLimit(limit));
    try (NewsSearcher searcher = index().searcher()) {
      Hits hits = searcher.search(request);
      if (json) {
        Json.print(spec.commandLine().getOut(), SearchJson.hits(hits, searcher.help(request)));
      } else {
        new HitList(new Screen(spec), spec.commandLine().getErr()).print(hits);
      }
      return hits.total() == 0 ? Main.NOTHING_FOUND : 0;
    }
  }

  @Command(name = "print", description = "Print the table of the saved searches as it stands.")
  int printTable() {
    spec.commandLine().getOut().print(index().savedSearches().content());
    return 0;
  }

  @Command(
      name = "replace",
      description = "Put another table in the place of the one that is there, broken or not.")
  int replace(
      @Parameters(paramLabel = "FILE", description = "As 'print' gives it; - for standard input.")
          String file)
      throws IOException {
    TableFile table = TableFile.read(file);
    say(index().savedSearches().replace(table.name(), table.content()));
    return 0;
  }

  private @Nullable SavedSearch named(String name) {
    List<SavedSearch> found = new ArrayList<>(inForce());
    found.removeIf(search -> !search.name().equals(name));
    return found.isEmpty() ? null : found.getFirst();
  }
}
