package org.fihris.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.fihris.article.Article;
import org.fihris.date.PublicationDate;
import org.fihris.date.PublicationDate.Disagreement;
import org.fihris.entity.Entity;
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

  @Option(names = "--json", description = "Print one JSON object (docs/json.md).")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try (NewsSearcher searcher = index.open().searcher()) {
      Article article = searcher.article(id);
      if (article == null) {
        spec.commandLine().getErr().println("fihris: no article has the id " + id);
        return Main.NOTHING_FOUND;
      }
      if (json) {
        Json.print(spec.commandLine().getOut(), Json.articleOfIndex(article, searcher.group(id)));
      } else {
        print(article);
      }
      return 0;
    }
  }

  private void print(Article article) {
    Screen screen = new Screen(spec);
    screen.line(screen.bold(screen.text(article.title())));
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
    if (article.summary() != null) {
      screen.line();
      screen.line(screen.text(article.summary()));
    }
    for (String paragraph : article.text().split("\n")) {
      screen.line();
      screen.line(screen.text(paragraph));
    }
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
