package org.fihris.facet;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.fihris.entity.EntityType;
import org.fihris.index.Schema;
import org.fihris.query.Dimension;
import org.fihris.query.Periods;
import org.jspecify.annotations.Nullable;

/** What was found in one commit of an index, counted article by article. */
public final class CommitCounts implements ValueCounts {
  private static final int UNDATED = 0;
  private static final int NOT_SEEN = -1;

  private final Snapshot snapshot;
  private final Matches matches;

  public CommitCounts(Snapshot snapshot, Matches matches) {
    this.snapshot = snapshot;
    this.matches = matches;
  }

  @Override
  public Counted counted() {
    return matches.counted();
  }

  @Override
  public Best labels(Dimension dimension, Predicate<String> wanted, int most) throws IOException {
    ValueGroups groups = snapshot.labels(dimension);
    int[] counts = groups.counts(matches, snapshot);
    Map<String, Integer> found = new HashMap<>();
    for (int group = 0; group < counts.length; group++) {
      if (counts[group] > 0) {
        String label = snapshot.label(dimension, groups, group);
        if (wanted.test(label)) {
          found.put(label, counts[group]);
        }
      }
    }
    return new Best(found, found.size());
  }

  @Override
  public Best entities(EntityType type, Choice wanted, int most) throws IOException {
    Map<String, Integer> found = snapshot.entityCounts(type, matches);
    Collection<String> chosen = wanted.of(found.keySet());
    if (chosen.size() < found.size()) {
      found.keySet().retainAll(Set.copyOf(chosen));
    }
    return new Best(found, found.size());
  }

  @Override
  public Dated periods(Periods periods, @Nullable ZoneId zone, int newest) throws IOException {
    IndexReader reader = snapshot.searcher().getIndexReader();
    byte[] first = PointValues.getMinPackedValue(reader, Schema.DAY);
    byte[] last = PointValues.getMaxPackedValue(reader, Schema.DAY);
    int from = first == null ? 0 : IntPoint.decodeDimension(first, 0) - ArticleDays.MOST_SHIFTED;
    int to = last == null ? -1 : IntPoint.decodeDimension(last, 0) + ArticleDays.MOST_SHIFTED;
    int days = Math.addExact(Math.subtractExact(to, from), 1);
    return new PeriodNumbers(periods)
        .counted(zone, from, days, Tally.of(days + 1, matches.counted(), snapshot));
  }

  /** Numbers periods in the order in which they are found. */
  private final class PeriodNumbers {
    private final Periods periods;
    private final List<LocalDate> firsts = new ArrayList<>();
    private final Map<LocalDate, Integer> numbers = new HashMap<>();

    PeriodNumbers(Periods periods) {
      this.periods = periods;
    }

    Dated counted(@Nullable ZoneId zone, int from, int days, Tally tally) throws IOException {
      int[] counts = counts(zone, from, days, tally);
      NavigableMap<LocalDate, Integer> found = new TreeMap<>();
      for (int number = 0; number < firsts.size(); number++) {
        found.put(firsts.get(number), counts[number + 1]);
      }
      return new Dated(found, counts[UNDATED]);
    }

    /** The counts of the undated and then of the periods in the order in which they were found. */
    private int[] counts(@Nullable ZoneId zone, int from, int days, Tally tally)
        throws IOException {
      int[] numberOfDay = new int[days];
      Arrays.fill(numberOfDay, NOT_SEEN);
      for (MatchingDocs matching : matches.articles()) {
        ArticleDays articleDays = ArticleDays.of(matching.context().reader(), zone);
        DocIdSetIterator docs = matching.bits().iterator();
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
          int day = articleDays.of(doc);
          int value = UNDATED;
          if (day != ArticleDays.NONE) {
            int number = numberOfDay[day - from];
            if (number == NOT_SEEN) {
              number = number(day);
              numberOfDay[day - from] = number;
            }
            value = number + 1;
          }
          tally.add(matching.context(), doc, value);
        }
      }
      return tally.counts();
    }

    private int number(int day) {
      LocalDate first = periods.counted().first(LocalDate.ofEpochDay(day), periods.weekStart());
      return numbers.computeIfAbsent(
          first,
          fresh -> {
            firsts.add(fresh);
            return firsts.size() - 1;
          });
    }
  }
}
