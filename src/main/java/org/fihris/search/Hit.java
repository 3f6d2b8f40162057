package org.fihris.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fihris.analysis.MatchLevel;
import org.fihris.article.Article;
import org.fihris.snippet.Snippet;
import org.jspecify.annotations.Nullable;

/**
 * One article found, which may stand for the others of its story.
 *
 * @param group key of the story, which the reprints of one report share; means nothing else
 * @param score comparable within one search only; 0 where the order is by date
 * @param snippets the headline if it matches, then the best parts of summary and body; the lead,
 *     unmarked, where neither matches
 * @param coverage who printed the story, where reprints are collapsed into one hit; null where they
 *     are separate
 */
public record Hit(
    Article article,
    String group,
    float score,
    List<Snippet> snippets,
    @Nullable Coverage coverage) {
  public Hit {
    snippets = List.copyOf(snippets);
  }

  /**
   * How near the article comes to the query, as far as its snippets show: of each word that is
   * marked in them the nearest level, and of those the furthest. Null where nothing is marked, or
   * the query does not tell.
   */
  public @Nullable MatchLevel level() {
    Map<String, MatchLevel> nearest = new HashMap<>();
    for (Snippet snippet : snippets) {
      for (Snippet.Mark mark : snippet.marks()) {
        MatchLevel level = mark.level();
        if (level != null) {
          nearest.merge(
              mark.word() == null ? "" : mark.word(), level, (a, b) -> a.compareTo(b) < 0 ? a : b);
        }
      }
    }
    return nearest.values().stream().max(Comparator.naturalOrder()).orElse(null);
  }
}
