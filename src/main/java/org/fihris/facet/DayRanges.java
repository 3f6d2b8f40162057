package org.fihris.facet;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.fihris.index.Schema;
import org.fihris.query.Period;
import org.jspecify.annotations.Nullable;

/**
 * Days of publication as ranges of points, for an index that has the moments as points too: what
 * {@link DayQuery} finds by reading the day of each article.
 */
public final class DayRanges {
  private DayRanges() {}

  /**
   * For articles of any of these periods.
   *
   * @param zone null for days as each article states its own
   */
  public static Query of(Collection<Period> periods, @Nullable ZoneId zone) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (DayQuery.Days days : DayQuery.apart(periods)) {
      Query stated = IntPoint.newRangeQuery(Schema.DAY, days.from(), days.to());
      if (zone == null) {
        any.add(stated, Occur.SHOULD);
        continue;
      }
      any.add(
          LongPoint.newRangeQuery(
              Schema.MOMENT, begin(days.from(), zone), begin(days.to() + 1L, zone) - 1),
          Occur.SHOULD);
      any.add(
          new BooleanQuery.Builder()
              .add(stated, Occur.FILTER)
              .add(new FieldExistsQuery(Schema.MOMENT), Occur.MUST_NOT)
              .build(),
          Occur.SHOULD);
    }
    return any.build();
  }

  /** The first second of a day in a zone, since 1970. */
  private static long begin(long day, ZoneId zone) {
    // Java's dates reach further than any day that an article can have.
    return LocalDate.ofEpochDay(day).atStartOfDay(zone).toEpochSecond();
  }
}
