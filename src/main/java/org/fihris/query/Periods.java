package org.fihris.query;

import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/**
 * The periods that {@link Dimension#DATE} is counted by.
 *
 * @param step how long they are; where that is no shorter than {@code within}, the next step below
 *     that: the months of a year, the days of a quarter, month or week
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
    DateStep longest = within.strip().length() == "2025".length() ? DateStep.MONTH : DateStep.DAY;
    return step.compareTo(longest) < 0 ? longest : step;
  }
}
