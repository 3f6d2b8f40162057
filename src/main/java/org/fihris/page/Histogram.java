package org.fihris.page;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.fihris.facet.FacetValue;
import org.fihris.query.DateStep;
import org.fihris.query.Dimension;
import org.fihris.query.Period;

/**
 * How many articles there are by period, as bars. Places and sizes are percentages, so that the
 * drawing fits every screen. Time runs as the language is read.
 *
 * @param bars from the first period to the last, without gaps
 * @param ticks what is written below
 * @param most the highest count
 */
record Histogram(List<Bar> bars, List<Tick> ticks, String most) {

  /**
   * A period.
   *
   * @param label the period and how many it has
   * @param from its first day
   * @param to its last day
   * @param href the articles of it
   * @param x where its place begins
   * @param width of its place
   * @param barX where its bar begins
   * @param barWidth of its bar
   * @param y top of the bar
   * @param height of the bar
   */
  record Bar(
      String label,
      long count,
      String from,
      String to,
      String href,
      String x,
      String width,
      String barX,
      String barWidth,
      String y,
      String height,
      boolean chosen) {}

  /** A name below the bars. */
  record Tick(String label, String x, String anchor) {}

  /** Where the articles of a period are. */
  interface Linking {
    String href(Period period);
  }

  private static final double FLOOR = 84;
  private static final double LOWEST = 1.5;
  private static final double GAP = 0.18;
  private static final double WIDEST = 4;
  private static final double NARROW = 12;
  private static final int MOST_BARS = 72;
  private static final int TICKS = 6;

  /** The longest stretches, in days, that are drawn in days and in weeks. */
  static final int MOST_DAYS = 62;

  static final int MOST_DAYS_IN_WEEKS = 366;

  /** The step that a stretch of days is counted by. */
  static DateStep step(LocalDate from, LocalDate to) {
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    if (days <= MOST_DAYS) {
      return DateStep.DAY;
    }
    if (days <= MOST_DAYS_IN_WEEKS) {
      return DateStep.WEEK;
    }
    for (DateStep step : List.of(DateStep.MONTH, DateStep.QUARTER)) {
      if (step.between(first(step, from), first(step, to)) < MOST_BARS) {
        return step;
      }
    }
    return DateStep.YEAR;
  }

  private static LocalDate first(DateStep step, LocalDate day) {
    return step.first(day, DayOfWeek.MONDAY);
  }

  /** The counts of a facet of dates by the first days of its periods. */
  static NavigableMap<LocalDate, Long> counts(List<FacetValue> values) {
    NavigableMap<LocalDate, Long> counts = new TreeMap<>();
    for (FacetValue value : values) {
      if (!value.value().equals(Dimension.UNDATED) && value.count() > 0) {
        counts.put(Period.parse(value.value()).from(), value.count());
      }
    }
    return counts;
  }

  /**
   * @param counts of articles by day, or by the first days of periods no longer than the step
   * @param chosen the periods that the search is filtered by
   */
  static Histogram of(
      NavigableMap<LocalDate, Long> counts,
      DateStep step,
      List<Period> chosen,
      Calendar calendar,
      Texts texts,
      Linking linking) {
    NavigableMap<LocalDate, Long> periods = whole(counts, step);
    long most = periods.values().stream().mapToLong(n -> n).max().orElse(0);
    double width = 100.0 / Math.max(1, periods.size());
    double barWidth = Math.min(width * (1 - GAP), WIDEST);
    boolean mirrored = texts.language() == Language.ARABIC;
    List<Bar> bars = new ArrayList<>();
    List<Tick> ticks = new ArrayList<>();
    int every = Math.max(1, (periods.size() + TICKS - 1) / TICKS);
    for (Map.Entry<LocalDate, Long> entry : periods.entrySet()) {
      int i = bars.size();
      double x = mirrored ? 100 - (i + 1) * width : i * width;
      Period period = new Period(entry.getKey(), step.plus(entry.getKey(), 1).minusDays(1));
      long count = entry.getValue();
      double height = count == 0 ? 0 : Math.max(LOWEST, FLOOR * count / most);
      String name = calendar.period(step, entry.getKey());
      bars.add(
          new Bar(
              name + texts.get("colon") + texts.count("articles", count),
              count,
              period.from().toString(),
              period.to().toString(),
              linking.href(period),
              percent(x),
              percent(width),
              percent(x + (width - barWidth) / 2),
              percent(barWidth),
              percent(FLOOR - height),
              percent(height),
              chosen.stream().anyMatch(one -> overlap(one, period))));
      if (i % every == 0 && (i == 0 || i + every / 2 < periods.size())) {
        // In the middle of a narrow place at the edge a name would stand out of the drawing.
        boolean first = i == 0 && width < NARROW;
        double at = first ? (mirrored ? 100 : 0) : x + width / 2;
        ticks.add(
            new Tick(calendar.tick(step, entry.getKey()), percent(at), first ? "start" : "middle"));
      }
    }
    return new Histogram(bars, ticks, texts.number(most));
  }

  private static boolean overlap(Period one, Period other) {
    return !one.to().isBefore(other.from()) && !one.from().isAfter(other.to());
  }

  private static NavigableMap<LocalDate, Long> whole(
      NavigableMap<LocalDate, Long> counts, DateStep step) {
    NavigableMap<LocalDate, Long> periods = new TreeMap<>();
    counts.forEach((day, count) -> periods.merge(first(step, day), count, Long::sum));
    if (periods.isEmpty()) {
      return periods;
    }
    LocalDate last = periods.lastKey();
    LocalDate earliest = periods.firstKey();
    for (int back = 0; back < 4 * MOST_BARS && last.isAfter(earliest); back++) {
      last = step.plus(last, -1);
      periods.putIfAbsent(last, 0L);
    }
    return periods;
  }

  private static String percent(double number) {
    return String.format(Locale.ROOT, "%.3f%%", number);
  }
}
