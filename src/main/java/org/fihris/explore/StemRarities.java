package org.fihris.explore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.fihris.facet.IndexTerms;
import org.fihris.index.Schema;

/** How rare stems are in an index, each looked up once. Not safe for threads. */
final class StemRarities {
  private final IndexTerms terms;
  private final Map<String, Double> known = new HashMap<>();

  StemRarities(IndexTerms terms) {
    this.terms = terms;
  }

  /** Looks stems up, all at once, before {@link #of(String)} is asked for them. */
  void read(Collection<String> stems) throws IOException {
    Set<String> unknown = new LinkedHashSet<>(stems);
    unknown.removeAll(known.keySet());
    List<String> inHeadlines = new ArrayList<>();
    int all = terms.articles();
    Map<String, Integer> inBodies = articlesWith(Schema.BODY, unknown);
    inBodies.forEach(
        (stem, articles) -> {
          if (articles == 0) {
            inHeadlines.add(stem);
          } else {
            known.put(stem, rarity(articles, all));
          }
        });
    articlesWith(Schema.TITLE, inHeadlines)
        .forEach((stem, articles) -> known.put(stem, rarity(articles, all)));
  }

  private Map<String, Integer> articlesWith(String field, Collection<String> stems)
      throws IOException {
    List<String> each = List.copyOf(stems);
    int[] articles =
        each.isEmpty()
            ? new int[0]
            : terms.articlesWith(each.stream().map(stem -> new Term(field, stem)).toList());
    Map<String, Integer> byStem = new HashMap<>();
    for (int i = 0; i < articles.length; i++) {
      byStem.put(each.get(i), articles[i]);
    }
    return byStem;
  }

  private static double rarity(int articles, int all) {
    return articles < 2 ? 0 : of(articles, all);
  }

  /** 0 for a stem that one article has, which makes it like no other. */
  double of(String stem) {
    return known.getOrDefault(stem, 0.0);
  }

  static double of(long articles, long all) {
    return Math.log(1 + (all - articles + 0.5) / (articles + 0.5));
  }
}
