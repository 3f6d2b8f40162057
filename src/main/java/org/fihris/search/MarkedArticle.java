package org.fihris.search;

import java.util.List;
import org.fihris.article.Article;
import org.fihris.query.Warning;
import org.fihris.snippet.Snippet;

/**
 * An article to be read whole, with every place that matches a query.
 *
 * @param article the article
 * @param group key of its story, which the reprints of one report share; means nothing else
 * @param query the query as it was understood, in query syntax
 * @param texts the headline, summary, sub-headline and body that it has, in this order and each
 *     whole, as they stand in {@code article}; those without a match are there too
 * @param warnings what was done that the user may not expect
 */
public record MarkedArticle(
    Article article, String group, String query, List<Snippet> texts, List<Warning> warnings) {
  public MarkedArticle {
    texts = List.copyOf(texts);
    warnings = List.copyOf(warnings);
  }
}
