package org.fihris.search;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;
import org.fihris.index.Schema;
import org.fihris.query.Order;
import org.jspecify.annotations.Nullable;

/**
 * How recent articles are: 1 for one published now, a half for each half-life between, {@value
 * #UNDATED} for one whose date is unknown. As a source of values, the points of an article with
 * what its recency adds to them.
 */
final class Recency extends DoubleValuesSource {

  /** As if it were one half-life old: neither the best nor the worst of what is known. */
  static final double UNDATED = 0.5;

  private final Order.Recent order;

  Recency(Order.Recent order) {
    this.order = order;
  }

  /** What ages are counted from. */
  Instant now() {
    return order.now();
  }

  /** The recency of an article, from 0 to 1. */
  double of(IndexReader reader, int doc) throws IOException {
    Instant published = published(reader, doc);
    return published == null ? UNDATED : of(published.getEpochSecond());
  }

  /** How old an article is, negative for a later one; null where its date is unknown. */
  @Nullable Duration age(IndexReader reader, int doc) throws IOException {
    Instant published = published(reader, doc);
    return published == null ? null : Duration.between(published, order.now());
  }

  private static @Nullable Instant published(IndexReader reader, int doc) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    NumericDocValues times = DocValues.getNumeric(leaf.reader(), Schema.TIME);
    return times.advanceExact(doc - leaf.docBase) ? Instant.ofEpochSecond(times.longValue()) : null;
  }

  /** The recency of what was published at a second since 1970; null for an unknown one. */
  double at(@Nullable Long published) {
    return published == null ? UNDATED : of(published);
  }

  private double of(long published) {
    double age = Math.abs((double) order.now().getEpochSecond() - published);
    return Math.pow(2, -age / order.halfLife().toSeconds());
  }

  @Override
  public DoubleValues getValues(LeafReaderContext leaf, DoubleValues points) throws IOException {
    NumericDocValues times = DocValues.getNumeric(leaf.reader(), Schema.TIME);
    return new DoubleValues() {
      private double recency;

      @Override
      public boolean advanceExact(int doc) throws IOException {
        recency = times.advanceExact(doc) ? of(times.longValue()) : UNDATED;
        return points.advanceExact(doc);
      }

      @Override
      public double doubleValue() throws IOException {
        return points.doubleValue() * (1 + recency);
      }
    };
  }

  @Override
  public boolean needsScores() {
    return true;
  }

  @Override
  public DoubleValuesSource rewrite(IndexSearcher searcher) {
    return this;
  }

  @Override
  public boolean isCacheable(LeafReaderContext leaf) {
    return DocValues.isCacheable(leaf, Schema.TIME);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Recency recency && recency.order.equals(order);
  }

  @Override
  public int hashCode() {
    return order.hashCode();
  }

  @Override
  public String toString() {
    return "recency(" + order + ")";
  }
}
