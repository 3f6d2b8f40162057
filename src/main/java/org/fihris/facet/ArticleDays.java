package org.fihris.facet;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.fihris.index.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The days of publication of the articles of a segment, in the order of the segment. For one
 * thread.
 */
final class ArticleDays {
  /** The day of an article that is undated. */
  static final int NONE = Integer.MIN_VALUE;

  /** How far the day in one zone may be from the day in another: from +18:00 to -18:00. */
  static final int MOST_SHIFTED = 2;

  private static final long SECONDS_OF_DAY = TimeUnit.DAYS.toSeconds(1);

  private final NumericDocValues stated;
  private final @Nullable NumericDocValues moments;
  private final @Nullable ZoneId zone;

  private ArticleDays(
      NumericDocValues stated, @Nullable NumericDocValues moments, @Nullable ZoneId zone) {
    this.stated = stated;
    this.moments = moments;
    this.zone = zone;
  }

  /**
   * @param zone null for the day as each article states it
   */
  static ArticleDays of(LeafReader segment, @Nullable ZoneId zone) throws IOException {
    return new ArticleDays(
        DocValues.getNumeric(segment, Schema.DAY),
        zone == null ? null : DocValues.getNumeric(segment, Schema.MOMENT),
        zone);
  }

  /** The day of an article behind the one read last, since 1970-01-01, or {@link #NONE}. */
  int of(int doc) throws IOException {
    if (!stated.advanceExact(doc)) {
      return NONE;
    }
    if (zone == null || moments == null || !moments.advanceExact(doc)) {
      return (int) stated.longValue();
    }
    long seconds = moments.longValue();
    int offset = zone.getRules().getOffset(Instant.ofEpochSecond(seconds)).getTotalSeconds();
    return Math.toIntExact(Math.floorDiv(seconds + offset, SECONDS_OF_DAY));
  }
}
