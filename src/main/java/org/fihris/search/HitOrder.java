package org.fihris.search;

import java.util.Comparator;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.fihris.index.Schema;
import org.fihris.query.Order;
import org.jspecify.annotations.Nullable;

/**
 * An order of hits as Lucene takes it: a sort whose values place every hit of a view, so that those
 * of one hit are enough to go on behind it.
 */
final class HitOrder {

  /** Behind a hit with the values of a cursor comes none with the same values. */
  private static final int BEHIND_EQUALS = Integer.MAX_VALUE;

  private static final SortField BY_TIE = new SortField(Schema.TIE, SortField.Type.LONG);

  private final Order order;

  HitOrder(Order order) {
    this.order = order;
  }

  Order order() {
    return order;
  }

  /** Whether hits come by points, which the second step of ranking adds to. */
  boolean isByPoints() {
    return switch (order) {
      case Order.Fixed fixed ->
          switch (fixed) {
            case RELEVANCE -> true;
            case NEWEST, OLDEST, INDEX -> false;
          };
      case Order.Recent recent -> true;
    };
  }

  /** What is added for recency; null where nothing is. */
  @Nullable Recency recency() {
    return order instanceof Order.Recent recent ? new Recency(recent) : null;
  }

  /** A query with the points that hits are put in order by. */
  Query withPoints(Query query) {
    Recency recency = recency();
    return recency == null ? query : new FunctionScoreQuery(query, recency);
  }

  Sort sort() {
    return switch (order) {
      case Order.Fixed fixed ->
          switch (fixed) {
            case RELEVANCE -> new Sort(SortField.FIELD_SCORE, BY_TIE);
            case NEWEST -> byTime(true, Long.MIN_VALUE);
            case OLDEST -> byTime(false, Long.MAX_VALUE);
            case INDEX -> new Sort(SortField.FIELD_DOC);
          };
      case Order.Recent recent -> new Sort(SortField.FIELD_SCORE, BY_TIE);
    };
  }

  /**
   * @param undated what counts as the time of those that have none, so that they come last
   */
  private static Sort byTime(boolean newestFirst, long undated) {
    return new Sort(new SortField(Schema.TIME, SortField.Type.LONG, newestFirst, undated), BY_TIE);
  }

  /** By points, and equal ones in their own order. */
  static Comparator<FieldDoc> byPoints() {
    return Comparator.<FieldDoc>comparingDouble(hit -> -hit.score).thenComparingLong(HitOrder::tie);
  }

  /** What places a hit among its equals; 0 in the order of the index, which does without. */
  static long tie(FieldDoc hit) {
    return hit.fields.length > 1 && hit.fields[1] instanceof Long tie ? tie : 0;
  }

  /** The first value that a hit is sorted by, as one number. */
  static long value(FieldDoc hit) {
    return switch (hit.fields[0]) {
      case Float points -> Float.floatToIntBits(points);
      case Number timeOrDoc -> timeOrDoc.longValue();
      default -> throw new IllegalStateException("sorted by " + hit.fields[0].getClass());
    };
  }

  /** The hit that a cursor stands behind, with the values that it was sorted by. */
  FieldDoc hit(Cursor cursor) {
    if (isByPoints()) {
      float points = Float.intBitsToFloat((int) cursor.value());
      return new FieldDoc(BEHIND_EQUALS, points, new Object[] {points, cursor.tie()});
    }
    Object[] fields =
        order == Order.INDEX
            ? new Object[] {(int) cursor.value()}
            : new Object[] {cursor.value(), cursor.tie()};
    return new FieldDoc(BEHIND_EQUALS, Float.NaN, fields);
  }

  /** Whether a value can be one of this order; a cursor may be forged. */
  boolean isPossible(long value) {
    if (isByPoints()) {
      float points = Float.intBitsToFloat((int) value);
      return value == (int) value && points >= 0 && points < Float.POSITIVE_INFINITY;
    }
    return order != Order.INDEX || (value >= 0 && value < Integer.MAX_VALUE);
  }
}
