package org.fihris.explore;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An article as the stems of its headline, summary and opening, each weighed by how often it stands
 * there and how rare it is in the index. The length is 1, so that the product of two is their
 * cosine.
 */
final class ArticleVector {
  private final Map<String, Double> weights;
  private final WrittenStems written;

  private ArticleVector(Map<String, Double> weights, WrittenStems written) {
    this.weights = weights;
    this.written = written;
  }

  /**
   * @param rarities that have read the stems
   */
  static ArticleVector of(ArticleStems stems, StemRarities rarities) {
    Map<String, Double> weights = new HashMap<>();
    double squares = 0;
    for (Map.Entry<String, Double> count : stems.counts().entrySet()) {
      double weight = (1 + Math.log(count.getValue())) * rarities.of(count.getKey());
      if (weight > 0) {
        weights.put(count.getKey(), weight);
        squares += weight * weight;
      }
    }
    double length = Math.sqrt(squares);
    weights.replaceAll((stem, weight) -> weight / length);
    return new ArticleVector(weights, stems.written());
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
