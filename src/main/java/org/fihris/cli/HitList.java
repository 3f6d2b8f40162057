package org.fihris.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.fihris.article.Article;
import org.fihris.date.PublicationDate;
import org.fihris.facet.FacetCounts;
import org.fihris.facet.FacetValue;
import org.fihris.search.Hit;
import org.fihris.search.Hits;
import org.fihris.search.Snippet;

/** A search's answer for people. */
final class HitList {
  private final Screen screen;
  private final PrintWriter err;

  HitList(Screen screen, PrintWriter err) {
    this.screen = screen;
    this.err = err;
  }

  void print(Hits hits, int offset) {
    Notes.print(hits.warnings(), err);
    screen.line(
        String.format(
            Locale.ROOT,
            "%s%,d %s for %s (%d ms)",
            hits.totalExact() ? "" : "at least ",
            hits.total(),
            hits.total() == 1 ? "article" : "articles",
            screen.text(hits.query()),
            hits.took().toMillis()));
    int rank = offset;
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

  private void print(int rank, Hit hit) {
    Article article = hit.article();
    screen.line(screen.bold(rank + ". ") + title(hit));
    screen.line("   " + screen.faint(origin(article)));
    for (Snippet snippet : hit.snippets()) {
      if (!snippet.field().equals("title")) {
        screen.line("   " + screen.marked(snippet));
      }
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
