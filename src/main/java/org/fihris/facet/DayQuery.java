package org.fihris.facet;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.fihris.index.Schema;
import org.fihris.query.Period;
import org.jspecify.annotations.Nullable;

/**
 * Finds the articles that were published on any of some days, however many periods these make, by
 * reading the day of each article as {@link ArticleDays} does.
 */
final class DayQuery extends Query {
  private final List<Days> periods;
  private final @Nullable ZoneId zone;

  /** Days since 1970-01-01, both ends inclusive. */
  record Days(int from, int to) {}

  private DayQuery(List<Days> periods, @Nullable ZoneId zone) {
    this.periods = List.copyOf(periods);
    this.zone = zone;
  }

  /**
   * The articles of any of these periods.
   *
   * @param zone null for days as each article states its own
   */
  static Query of(Collection<Period> periods, @Nullable ZoneId zone) {
    List<Days> apart = apart(periods);
    // The points know where the articles of one period are; they do not know the zones of moments.
    return zone == null && apart.size() == 1
        ? IntPoint.newRangeQuery(Schema.DAY, apart.getFirst().from, apart.getFirst().to)
        : new DayQuery(apart, zone);
  }

  /** The periods in order, those made one that touch each other. */
  static List<Days> apart(Collection<Period> periods) {
    List<Days> sorted =
        periods.stream()
            .map(period -> new Days(day(period.from()), day(period.to())))
            .sorted(Comparator.comparingInt(Days::from))
            .toList();
    List<Days> apart = new ArrayList<>();
    for (Days days : sorted) {
      Days last = apart.isEmpty() ? null : apart.getLast();
      if (last == null || days.from - 1L > last.to) {
        apart.add(days);
      } else {
        apart.set(apart.size() - 1, new Days(last.from, Math.max(last.to, days.to)));
      }
    }
    return apart;
  }

  private static int day(LocalDate date) {
    return Math.clamp(date.toEpochDay(), Integer.MIN_VALUE + 1, Integer.MAX_VALUE);
  }

  private boolean has(int day) {
    int low = 0;
    int high = periods.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Days days = periods.get(middle);
      if (day < days.from) {
        high = middle - 1;
      } else if (day > days.to) {
        low = middle + 1;
      } else {
        return true;
      }
    }
    return false;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        DocIdSetIterator dated = DocValues.getNumeric(leaf.reader(), Schema.DAY);
        ArticleDays days = ArticleDays.of(leaf.reader(), zone);
        TwoPhaseIterator chosen =
            new TwoPhaseIterator(dated) {
              @Override
              public boolean matches() throws IOException {
                return has(days.of(approximation.docID()));
              }

              @Override
              public float matchCost() {
                return 10; // some comparisons; the zone's rules cost a little more
              }
            };
        return ConstantScoreScorerSupplier.fromIterator(
            TwoPhaseIterator.asDocIdSetIterator(chosen),
            score(),
            scoreMode,
            leaf.reader().maxDoc());
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return DocValues.isCacheable(leaf, Schema.DAY, Schema.MOMENT);
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(Schema.DAY)) {
      visitor.visitLeaf(this);
    }
  }

  @Override
  public String toString(String field) {
    return Schema.DAY + ":" + periods + (zone == null ? "" : " in " + zone);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DayQuery query
        && periods.equals(query.periods)
        && Objects.equals(zone, query.zone);
  }

  @Override
  public int hashCode() {
    return Objects.hash(periods, zone);
  }
}
