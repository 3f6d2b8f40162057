package org.fihris.explore;

import java.util.HashMap;
import java.util.Map;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.article.Article;

/**
 * The stems of the headline, the summary and the opening of an article.
 *
 * @param counts how often each counts
 * @param written how the article writes them
 */
record ArticleStems(Map<String, Double> counts, WrittenStems written) {
  /** A report says in its opening what happened; what follows is often the story so far. */
  private static final int OPENING = 2_500;

  private static final int SUMMARY = 1_000;
  private static final int HEADLINE = 500;

  /** A word of the headline counts as if it stood so often in the body. */
  private static final double IN_HEADLINE = 2;

  static ArticleStems of(Article article, NewsAnalyzer analyzer) {
    WrittenStems headline = new WrittenStems();
    headline.add(article.title(), HEADLINE, analyzer);
    WrittenStems rest = new WrittenStems();
    String summary = article.summary();
    if (summary != null) {
      rest.add(summary, SUMMARY, analyzer);
    }
    rest.add(article.text(), OPENING, analyzer);
    Map<String, Double> counts = new HashMap<>();
    rest.counts().forEach((stem, count) -> counts.put(stem, (double) count));
    headline.counts().forEach((stem, count) -> counts.merge(stem, IN_HEADLINE, Double::sum));
    rest.addAll(headline);
    return new ArticleStems(counts, rest);
  }
}
