package org.fihris.search;

import java.util.List;
import org.fihris.article.Article;

/**
 * One article found.
 *
 * @param group key of the story, which the reprints of one report share; means nothing else
 * @param score comparable within one search only; 0 where the order is by date
 * @param snippets the headline if it matches, then the best parts of summary and body; the lead,
 *     unmarked, where neither matches
 */
public record Hit(Article article, String group, float score, List<Snippet> snippets) {
  public Hit {
    snippets = List.copyOf(snippets);
  }
}
