package org.fihris.cli;

import org.fihris.article.Article;
import org.fihris.date.PublicationDate;

/** An article in a line or two, for people. */
final class ArticleLine {
  private ArticleLine() {}

  static String headline(Article article, Screen screen) {
    return article.title().isEmpty() ? "(no headline)" : screen.text(article.title());
  }

  /** Outlet, day and id. */
  static String origin(Article article, Screen screen) {
    String source = article.source();
    String day =
        switch (article.date()) {
          case PublicationDate.Known known -> known.day().toString();
          case PublicationDate.Unknown unknown -> "undated";
        };
    return (source == null ? "" : screen.text(source) + " · ")
        + day
        + " · id "
        + screen.text(article.id());
  }
}
