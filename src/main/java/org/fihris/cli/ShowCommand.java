package org.fihris.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.fihris.article.Article;
import org.fihris.date.PublicationDate;
import org.fihris.date.PublicationDate.Disagreement;
import org.fihris.entity.Entity;
import org.fihris.json.ArticleJson;
import org.fihris.json.Json;
import org.fihris.json.SearchJson;
import org.fihris.query.SearchRequest;
import org.fihris.search.MarkedArticle;
import org.fihris.search.NewsSearcher;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "show", description = "Show one article whole.")
final class ShowCommand implements Callable<Integer> {
  @Mixin private IndexArgument index = new IndexArgument();

  @Parameters(index = "1", paramLabel = "ID", description = "The id, as search shows it.")
  private String id = "";

  @Option(
      names = "--query",
      paramLabel = "QUERY",
      description = "Mark what matches this query, as search does (docs/snippets.md).")
  private @Nullable String query;

  @Option(names = "--json", description = "Print one JSON object (docs/json.md).")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try (NewsSearcher searcher = index.open().searcher()) {
      MarkedArticle read = read(searcher);
      if (read == null) {
        spec.commandLine().getErr().println("fihris: no article has the id " + id);
        return Main.NOTHING_FOUND;
      }
      PrintWriter out = spec.commandLine().getOut();
      if (!json) {
        Notes.print(read.warnings(), spec.commandLine().getErr());
        print(read);
      } else if (query == null) {
        Json.print(out, ArticleJson.articleOfIndex(read.article(), read.group()));
      } else {
        Json.print(out, SearchJson.read(read));
      }
      return 0;
    }
  }

  /** Everything matches an empty query, and marks nothing. */
  private @Nullable MarkedArticle read(NewsSearcher searcher) {
    return searcher.read(id, SearchRequest.of(query == null ? "" : query));
  }

  private void print(MarkedArticle read) {
    Screen screen = new Screen(spec);
    Article article = read.article();
    List<String> title = lines(screen, read, "title");
    screen.line(screen.bold(title.isEmpty() ? screen.text("") : String.join(" ", title)));
    field(screen, "id", article.id());
    field(screen, "url", article.url());
    field(screen, "source", article.source());
    field(screen, "author", article.author());
    field(screen, "category", article.category());
    field(screen, "parent", article.parentId());
    field(screen, "date", date(article.date()));
    for (Entity entity : article.entities()) {
      field(screen, entity.type().name().toLowerCase(Locale.ROOT), entity.labelAr());
    }
    List<String> texts = new ArrayList<>(List.of("summary", "subtitle", "body"));
    if (Objects.equals(article.summary(), article.details().subtitle())) {
      texts.remove("subtitle"); // the sub-headline is the summary where there is no other
    }
    for (String text : texts) {
      for (String line : lines(screen, read, text)) {
        screen.line();
        screen.line(line);
      }
    }
  }

  private static List<String> lines(Screen screen, MarkedArticle read, String field) {
    return read.texts().stream()
        .filter(text -> text.field().equals(field))
        .findFirst()
        .map(screen::markedLines)
        .orElse(List.of());
  }

  /** The date with how it is known, or why it is not. */
  private static String date(PublicationDate date) {
    return switch (date) {
      case PublicationDate.Known known -> {
        StringBuilder line = new StringBuilder(String.valueOf(Json.date(known)));
        line.append(" (").append(Json.key(known.method())).append(", ");
        line.append(Json.key(known.confidence()));
        for (Disagreement other : known.disagreements()) {
          line.append("; ").append(Json.key(other.method())).append(": ").append(other.stated());
        }
        yield line.append(')').toString();
      }
      case PublicationDate.Unknown unknown -> "undated: " + unknown.reason();
    };
  }

  private static void field(Screen screen, String name, @Nullable String value) {
    if (value != null) {
      screen.line(screen.faint(String.format("%-13s", name)) + screen.text(value));
    }
  }
}
