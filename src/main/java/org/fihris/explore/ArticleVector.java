package org.fihris.explore;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.fihris.analysis.NewsAnalyzer;
import org.fihris.article.Article;
import org.fihris.index.Schema;

/**
 * An article as the stems of its headline, summary and opening, each weighed by how often it stands
 * there and how rare it is in the index. The length is 1, so that the product of two is their
 * cosine.
 */
final class ArticleVector {
  /** A report says in its opening what happened; what follows is often the story so far. */
  private static final int OPENING = 2_500;

  private static final int SUMMARY = 1_000;
  private static final int HEADLINE = 500;

  /** A word of the headline counts as if it stood so often in the body. */
  private static final double IN_HEADLINE = 2;

  private final Map<String, Double> weights;
  private final WrittenStems written;

  private ArticleVector(Map<String, Double> weights, WrittenStems written) {
    this.weights = weights;
    this.written = written;
  }

  /** Looks up in an index how rare stems are, each once. Not safe for threads. */
  static final class Rarities {
    private final IndexReader reader;
    private final Map<String, Double> known = new HashMap<>();

    Rarities(IndexReader reader) {
      this.reader = reader;
    }

    /** 0 for a stem that one article has, which makes it like no other. */
    double of(String stem) throws IOException {
      Double rarity = known.get(stem);
      if (rarity == null) {
        int articles = reader.docFreq(new Term(Schema.BODY, stem));
        if (articles == 0) {
          articles = reader.docFreq(new Term(Schema.TITLE, stem));
        }
        rarity = articles < 2 ? 0 : of(articles, reader.numDocs());
        known.put(stem, rarity);
      }
      return rarity;
    }

    static double of(long articles, long all) {
      return Math.log(1 + (all - articles + 0.5) / (articles + 0.5));
    }
  }

  static ArticleVector of(Article article, NewsAnalyzer analyzer, Rarities rarities)
      throws IOException {
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
    Map<String, Double> weights = new HashMap<>();
    double squares = 0;
    for (Map.Entry<String, Double> count : counts.entrySet()) {
      double weight = (1 + Math.log(count.getValue())) * rarities.of(count.getKey());
      if (weight > 0) {
        weights.put(count.getKey(), weight);
        squares += weight * weight;
      }
    }
    double length = Math.sqrt(squares);
    weights.replaceAll((stem, weight) -> weight / length);
    rest.addAll(headline);
    return new ArticleVector(weights, rest);
  }

  /** The stems that say most of the article. */
  List<String> heaviest(int most) {
    return weights.entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<String, Double> entry) -> -entry.getValue())
                .thenComparing(Map.Entry::getKey))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  double weight(String stem) {
    return weights.getOrDefault(stem, 0.0);
  }

  /** From 0, for articles without a common word, to 1. */
  double cosine(ArticleVector other) {
    double sum = 0;
    for (Map.Entry<String, Double> entry : weights.entrySet()) {
      sum += entry.getValue() * other.weight(entry.getKey());
    }
    return Math.min(1, sum);
  }

  /** The stems in common, those that make the two most alike first. */
  List<String> common(ArticleVector other, int most) {
    return weights.keySet().stream()
        .filter(stem -> other.weight(stem) > 0)
        .sorted(
            Comparator.comparingDouble((String stem) -> -weight(stem) * other.weight(stem))
                .thenComparing(Comparator.naturalOrder()))
        .limit(most)
        .toList();
  }

  /** How the article writes a stem. */
  String written(String stem) {
    return written.written(stem);
  }
}
