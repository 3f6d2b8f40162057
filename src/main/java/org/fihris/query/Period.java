package org.fihris.query;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days of publication, both ends inclusive.
 *
 * @param from the first day
 * @param to the last day
 */
public record Period(LocalDate from, LocalDate to) {
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern QUARTER = Pattern.compile("(\\d{4})-[Qq]([1-4])");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
  private static final Pattern WEEK = Pattern.compile("(\\d{4})-[Ww](\\d{2})");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /**
   * @throws IllegalArgumentException if the first day is after the last
   */
  public Period {
    if (from.isAfter(to)) {
      throw new IllegalArgumentException("the first day, " + from + ", is after the last, " + to);
    }
  }

  /**
   * A year, a quarter, a month, a week of ISO 8601, a day, or a first and a last of them with two
   * dots between, as {@code 2018}, {@code 2018-Q2}, {@code 2018-05}, {@code 2018-W21}, {@code
   * 2018-05-14} and {@code 2018-05..2018-07-14}.
   *
   * @throws IllegalArgumentException if the text is none of these
   */
  public static Period parse(String text) {
    int dots = text.indexOf("..");
    if (dots < 0) {
      return one(text.strip());
    }
    return new Period(
        one(text.substring(0, dots).strip()).from, one(text.substring(dots + 2).strip()).to);
  }

  private static Period one(String text) {
    try {
      if (YEAR.matcher(text).matches()) {
        Year year = Year.parse(text);
        return new Period(year.atDay(1), year.atDay(year.length()));
      }
      if (MONTH.matcher(text).matches()) {
        YearMonth month = YearMonth.parse(text);
        return new Period(month.atDay(1), month.atEndOfMonth());
      }
      if (DAY.matcher(text).matches()) {
        LocalDate day = LocalDate.parse(text);
        return new Period(day, day);
      }
      Matcher quarter = QUARTER.matcher(text);
      if (quarter.matches()) {
        LocalDate first = LocalDate.of(number(quarter, 1), 3 * number(quarter, 2) - 2, 1);
        return new Period(first, first.plusMonths(3).minusDays(1));
      }
      Matcher week = WEEK.matcher(text);
      if (week.matches()) {
        return week(number(week, 1), number(week, 2));
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'" + text + "' is not in the calendar", e);
    }
    throw new IllegalArgumentException(
        "expected a year, quarter, month, week or day as 2025, 2025-Q1, 2025-02, 2025-W07 or"
            + " 2025-02-14, or two of them as 2025-02..2025-04, found "
            + text);
  }

  /** The fourth of January is in the first week, and every year has 52 or 53. */
  private static Period week(int year, int week) {
    LocalDate inFirst = LocalDate.of(year, 1, 4);
    IsoFields.WEEK_OF_WEEK_BASED_YEAR
        .rangeRefinedBy(inFirst)
        .checkValidValue(week, IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    LocalDate monday = inFirst.with(DayOfWeek.MONDAY).plusWeeks(week - 1L);
    return new Period(monday, monday.plusDays(6));
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
