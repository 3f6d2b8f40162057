package org.fihris.query;

import java.time.DayOfWeek;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The periods that {@link Dimension#DATE} is counted by.
 *
 * @param step how long they are; where that is no shorter than {@code within}, the months of a year
 *     or quarter and the days of a month or week
 * @param within a period as {@link Period#parse} reads it: only those that begin in it are counted,
 *     and no undated articles; null for all time
 * @param gaps whether periods without articles are shown too, between the first and the last that
 *     have some
 * @param weekStart the day that weeks begin with; Monday is that of ISO 8601
 */
public record Periods(DateStep step, @Nullable String within, boolean gaps, DayOfWeek weekStart) {

  /** The years that have articles. */
  public static final Periods YEARS = new Periods(DateStep.YEAR, null, false, DayOfWeek.MONDAY);

  /**
   * @throws IllegalArgumentException if {@code within} is no period
   */
  public Periods {
    if (within != null) {
      Period.parse(within);
    }
  }

  public Periods withStep(DateStep newStep) {
    return new Periods(newStep, within, gaps, weekStart);
  }

  public Periods withWithin(@Nullable String newWithin) {
    return new Periods(step, newWithin, gaps, weekStart);
  }

  public Periods withGaps(boolean newGaps) {
    return new Periods(step, within, newGaps, weekStart);
  }

  public Periods withWeekStart(DayOfWeek newWeekStart) {
    return new Periods(step, within, gaps, newWeekStart);
  }

  /** The step that is counted by, which {@code within} may shorten. */
  public DateStep counted() {
    if (within == null || within.contains("..")) {
      return step;
    }
    DateStep whole = stepOf(within.strip().toUpperCase(Locale.ROOT));
    if (step.compareTo(whole) > 0) {
      return step;
    }
    return switch (whole) {
      case YEAR, QUARTER -> DateStep.MONTH;
      case MONTH, WEEK, DAY -> DateStep.DAY;
    };
  }

  private static DateStep stepOf(String period) {
    if (period.contains("Q")) {
      return DateStep.QUARTER;
    }
    if (period.contains("W")) {
      return DateStep.WEEK;
    }
    return switch (period.length()) {
      case 4 -> DateStep.YEAR;
      case 7 -> DateStep.MONTH;
      default -> DateStep.DAY;
    };
  }
}
