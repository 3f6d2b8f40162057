package org.fihris.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.fihris.article.Article;
import org.fihris.date.PublicationDate;
import org.fihris.facet.FacetCounts;
import org.fihris.facet.FacetValue;
import org.fihris.search.Coverage;
import org.fihris.search.Hit;
import org.fihris.search.Hits;
import org.fihris.search.Reprint;
import org.fihris.snippet.Snippet;

/** A search's answer for people. */
final class HitList {
  private final Screen screen;
  private final PrintWriter err;

  HitList(Screen screen, PrintWriter err) {
    this.screen = screen;
    this.err = err;
  }

  void print(Hits hits) {
    Notes.print(hits.warnings(), err);
    screen.line(
        (hits.totalExact() ? "" : "at least ")
            + numbers(hits)
            + " for "
            + screen.text(hits.query())
            + String.format(Locale.ROOT, " (%d ms)", hits.took().toMillis()));
    long rank = hits.before();
    for (Hit hit : hits.hits()) {
      rank++;
      screen.line();
      print(rank, hit);
    }
    if (!hits.facets().isEmpty() && hits.total() > 0) {
      screen.line();
      hits.facets().forEach(this::print);
    }
  }

  private static String numbers(Hits hits) {
    String articles = number(hits.total(), "article", "articles");
    Long stories = hits.stories();
    return stories == null || stories == hits.total()
        ? articles
        : number(stories, "story", "stories") + " in " + articles;
  }

  private static String number(long count, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
  }

  private void print(long rank, Hit hit) {
    Article article = hit.article();
    screen.line(screen.bold(rank + ". ") + title(hit));
    screen.line("   " + screen.faint(origin(article)));
    for (Snippet snippet : hit.snippets()) {
      if (!snippet.field().equals("title")) {
        screen.line("   " + screen.marked(snippet));
      }
    }
    Coverage coverage = hit.coverage();
    if (coverage != null && coverage.articles() > 1) {
      print(coverage);
    }
  }

  private void print(Coverage coverage) {
    screen.line(
        "   "
            + screen.faint(
                number(coverage.articles(), "print", "prints")
                    + " by "
                    + number(coverage.outlets(), "outlet", "outlets")
                    + ":"));
    for (Reprint reprint : coverage.reprints()) {
      String source = reprint.source() == null ? "" : screen.text(reprint.source()) + " · ";
      screen.line(
          "     "
              + screen.text(reprint.title())
              + screen.faint(
                  " · " + source + day(reprint.date()) + " · id " + screen.text(reprint.id())));
    }
    int more = coverage.articles() - 1 - coverage.reprints().size();
    if (more > 0) {
      screen.line("     " + screen.faint("and " + more + " more (--list-reprints)"));
    }
  }

  private String title(Hit hit) {
    for (Snippet snippet : hit.snippets()) {
      if (snippet.field().equals("title")) {
        return screen.bold(screen.marked(snippet));
      }
    }
    String title = hit.article().title();
    return screen.bold(title.isEmpty() ? "(no headline)" : screen.text(title));
  }

  private String origin(Article article) {
    StringBuilder line = new StringBuilder();
    if (article.source() != null) {
      line.append(screen.text(article.source())).append(" · ");
    }
    line.append(day(article.date())).append(" · ");
    if (article.category() != null) {
      line.append(screen.text(article.category())).append(" · ");
    }
    return line.append("id ").append(screen.text(article.id())).toString();
  }

  private static String day(PublicationDate date) {
    return switch (date) {
      case PublicationDate.Known known -> known.day().toString();
      case PublicationDate.Unknown unknown -> "undated";
    };
  }

  private void print(FacetCounts counts) {
    if (counts.values().isEmpty()) {
      return;
    }
    StringBuilder line = new StringBuilder();
    List<FacetValue> values = counts.values();
    for (FacetValue value : values) {
      line.append(line.isEmpty() ? "" : ", ")
          .append(value.chosen() ? "*" : "")
          .append(screen.text(value.label()))
          .append(' ')
          .append(value.count());
    }
    long more = counts.totalValues() - values.size();
    if (more > 0) {
      line.append(", ").append(more).append(" more");
    }
    screen.line(screen.bold(String.format("%-13s", counts.request().dimension().key())) + line);
  }
}
