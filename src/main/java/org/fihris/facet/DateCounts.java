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
import java.util.TreeMap;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.fihris.index.Schema;
import org.fihris.query.DateStep;
import org.fihris.query.Dimension;
import org.fihris.query.FacetRequest;
import org.fihris.query.Period;
import org.fihris.query.Periods;
import org.jspecify.annotations.Nullable;

/** Counts articles or stories by the periods they were published in. */
final class DateCounts {
  private static final int UNDATED = 0;
  private static final int NOT_SEEN = -1;

  private final Snapshot snapshot;
  private final FacetRequest request;
  private final DateStep step;
  private final @Nullable ZoneId zone;
  private final List<LocalDate> firsts = new ArrayList<>();
  private final Map<LocalDate, Integer> numbers = new HashMap<>();

  DateCounts(Snapshot snapshot, FacetRequest request, @Nullable ZoneId zone) {
    this.snapshot = snapshot;
    this.request = request;
    this.step = request.periods().counted();
    this.zone = zone;
  }

  /**
   * @param chosen the values that the search is filtered by
   */
  FacetCounts count(Matches matches, Collection<String> chosen) throws IOException {
    IndexReader reader = snapshot.searcher().getIndexReader();
    byte[] first = PointValues.getMinPackedValue(reader, Schema.DAY);
    byte[] last = PointValues.getMaxPackedValue(reader, Schema.DAY);
    int from = first == null ? 0 : IntPoint.decodeDimension(first, 0) - ArticleDays.MOST_SHIFTED;
    int to = last == null ? -1 : IntPoint.decodeDimension(last, 0) + ArticleDays.MOST_SHIFTED;
    int days = Math.addExact(Math.subtractExact(to, from), 1);
    int[] counts = counts(matches, from, days, Tally.of(days + 1, matches.counted(), snapshot));
    NavigableMap<LocalDate, Integer> periods = new TreeMap<>();
    for (int number = 0; number < firsts.size(); number++) {
      if (isWanted(firsts.get(number))) {
        periods.put(firsts.get(number), counts[number + 1]);
      }
    }
    return shown(matches.counted(), periods, counts[UNDATED], chosen);
  }

  /** The counts of the undated and then of the periods in the order in which they were found. */
  private int[] counts(Matches matches, int from, int days, Tally tally) throws IOException {
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
    LocalDate first = step.first(LocalDate.ofEpochDay(day), request.periods().weekStart());
    return numbers.computeIfAbsent(
        first,
        fresh -> {
          firsts.add(fresh);
          return firsts.size() - 1;
        });
  }

  private boolean isWanted(LocalDate first) {
    String within = request.periods().within();
    if (within == null) {
      return true;
    }
    Period period = Period.parse(within);
    return !first.isBefore(period.from()) && !first.isAfter(period.to());
  }

  /** The newest first, as many as are wanted, and the undated beside them. */
  private FacetCounts shown(
      Counted counted,
      NavigableMap<LocalDate, Integer> periods,
      int undated,
      Collection<String> chosen) {
    Periods asked = request.periods();
    List<FacetValue> values = new ArrayList<>();
    long total = periods.size();
    if (asked.gaps() && !periods.isEmpty()) {
      LocalDate newest = periods.lastKey();
      total = step.between(periods.firstKey(), newest) + 1;
      for (int back = 0; back < Math.min(total, request.limit()); back++) {
        LocalDate first = step.plus(newest, -back);
        values.add(value(step.value(first), periods.getOrDefault(first, 0), chosen));
      }
    } else {
      periods.descendingMap().entrySet().stream()
          .limit(request.find() == null ? request.limit() : periods.size())
          .forEach(
              entry -> values.add(value(step.value(entry.getKey()), entry.getValue(), chosen)));
    }
    if (undated > 0 && asked.within() == null) {
      values.add(value(Dimension.UNDATED, undated, chosen));
      total++;
    }
    return request.find() == null
        ? new FacetCounts(request, counted, values, total)
        : found(request.find(), counted, values);
  }

  private FacetCounts found(String find, Counted counted, List<FacetValue> values) {
    LabelPrefix prefix = new LabelPrefix(find);
    List<FacetValue> found = values.stream().filter(value -> prefix.isIn(value.label())).toList();
    return new FacetCounts(
        request, counted, found.subList(0, Math.min(found.size(), request.limit())), found.size());
  }

  private static FacetValue value(String value, int count, Collection<String> chosen) {
    return new FacetValue(value, value, count, chosen.contains(value));
  }
}
