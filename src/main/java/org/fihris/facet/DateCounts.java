package org.fihris.facet;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.fihris.query.DateStep;
import org.fihris.query.Dimension;
import org.fihris.query.FacetRequest;
import org.fihris.query.Period;
import org.fihris.query.Periods;
import org.jspecify.annotations.Nullable;

/** Makes the date facet of what was counted by periods. */
final class DateCounts {
  private final FacetRequest request;
  private final DateStep step;
  private final @Nullable ZoneId zone;

  DateCounts(FacetRequest request, @Nullable ZoneId zone) {
    this.request = request;
    this.step = request.periods().counted();
    this.zone = zone;
  }

  /**
   * @param chosen the values that the search is filtered by
   */
  FacetCounts count(ValueCounts counts, Collection<String> chosen) throws IOException {
    int newest = request.find() == null ? request.limit() : Integer.MAX_VALUE;
    ValueCounts.Dated dated = counts.periods(request.periods(), zone, newest);
    NavigableMap<LocalDate, Integer> periods = new TreeMap<>();
    dated
        .counts()
        .forEach(
            (first, count) -> {
              if (isWanted(first)) {
                periods.put(first, count);
              }
            });
    return shown(counts.counted(), periods, dated.undated(), chosen);
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
