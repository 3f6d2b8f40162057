package org.fihris.facet;

import java.io.IOException;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.PointValues;
import org.fihris.index.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The days of publication that the articles of a commit state, numbered from 1 on; 0 is the number
 * of the undated. Safe for any number of threads.
 */
final class StatedDays {
  private final int first;
  private final int count;
  private final ArticleNumbers numbers;

  private StatedDays(IndexReader reader, int first, int count) {
    this.first = first;
    this.count = count;
    this.numbers = new ArticleNumbers(reader, count, this::read);
  }

  static StatedDays of(IndexReader reader) throws IOException {
    byte[] first = PointValues.getMinPackedValue(reader, Schema.DAY);
    byte[] last = PointValues.getMaxPackedValue(reader, Schema.DAY);
    if (first == null || last == null) {
      return new StatedDays(reader, 0, 0);
    }
    int from = IntPoint.decodeDimension(first, 0);
    int count = Math.addExact(Math.subtractExact(IntPoint.decodeDimension(last, 0), from), 1);
    return new StatedDays(reader, from, count);
  }

  /** The first day, since 1970-01-01. */
  int first() {
    return first;
  }

  /** How many days there are from the first to the last; 0 if no article is dated. */
  int count() {
    return count;
  }

  /** As {@link ArticleNumbers#of}. */
  ArticleNumbers.@Nullable Numbers of(MatchingDocs articles) throws IOException {
    return numbers.of(articles);
  }

  private ArticleNumbers.Numbers read(MatchingDocs articles) throws IOException {
    ArticleDays days = ArticleDays.of(articles.context().reader(), null);
    return doc -> number(days.of(doc), first);
  }

  /**
   * The number of a day.
   *
   * @param first the day that has number 1
   */
  static int number(int day, int first) {
    return day == ArticleDays.NONE ? 0 : day - first + 1;
  }
}
