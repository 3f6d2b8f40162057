package org.fihris.query;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How long the periods are that articles are counted by. */
public enum DateStep {
  YEAR,
  /** Three months, the first from January. */
  QUARTER,
  MONTH,
  WEEK,
  DAY;

  private static final int DAYS_OF_WEEK = 7;
  private static final int MONTHS_OF_QUARTER = 3;

  /**
   * The first day of the period that a day lies in.
   *
   * @param weekStart the day that weeks begin with
   */
  public LocalDate first(LocalDate day, DayOfWeek weekStart) {
    return switch (this) {
      case YEAR -> day.withDayOfYear(1);
      case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
      case MONTH -> day.withDayOfMonth(1);
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(weekStart));
      case DAY -> day;
    };
  }

  /**
   * The first day of the period some periods later, or earlier if the number is negative.
   *
   * @param first the first day of a period
   */
  public LocalDate plus(LocalDate first, long periods) {
    return switch (this) {
      case YEAR -> first.plusYears(periods);
      case QUARTER -> first.plusMonths(MONTHS_OF_QUARTER * periods);
      case MONTH -> first.plusMonths(periods);
      case WEEK -> first.plusWeeks(periods);
      case DAY -> first.plusDays(periods);
    };
  }

  /** How many periods later another one begins; both days are the first of a period. */
  public long between(LocalDate first, LocalDate other) {
    return switch (this) {
      case YEAR -> ChronoUnit.YEARS.between(first, other);
      case QUARTER -> ChronoUnit.MONTHS.between(first, other) / MONTHS_OF_QUARTER;
      case MONTH -> ChronoUnit.MONTHS.between(first, other);
      case WEEK -> ChronoUnit.WEEKS.between(first, other);
      case DAY -> ChronoUnit.DAYS.between(first, other);
    };
  }

  /**
   * The period as {@link Period#parse} reads it: {@code 2018}, {@code 2018-Q2}, {@code 2018-05},
   * {@code 2018-W21}, {@code 2018-05-23}; a week that does not begin on a Monday is no week of ISO
   * 8601, and is written by its days, {@code 2018-05-20..2018-05-26}.
   *
   * @param first the first day of the period
   */
  public String value(LocalDate first) {
    return switch (this) {
      case YEAR -> year(first.getYear());
      case QUARTER -> year(first.getYear()) + "-Q" + first.get(IsoFields.QUARTER_OF_YEAR);
      case MONTH -> String.format(Locale.ROOT, "%04d-%02d", first.getYear(), first.getMonthValue());
      case WEEK -> week(first);
      case DAY -> first.toString();
    };
  }

  private static String week(LocalDate first) {
    return first.getDayOfWeek() == DayOfWeek.MONDAY
        ? year(first.get(IsoFields.WEEK_BASED_YEAR))
            + String.format(Locale.ROOT, "-W%02d", first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))
        : first + ".." + first.plusDays(DAYS_OF_WEEK - 1L);
  }

  private static String year(int year) {
    return String.format(Locale.ROOT, "%04d", year);
  }
}
