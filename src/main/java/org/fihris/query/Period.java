package org.fihris.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/**
 * Days of publication, both ends inclusive.
 *
 * @param from the first day
 * @param to the last day
 */
public record Period(LocalDate from, LocalDate to) {

  /**
   * @throws IllegalArgumentException if the first day is after the last
   */
  public Period {
    if (from.isAfter(to)) {
      throw new IllegalArgumentException("the first day, " + from + ", is after the last, " + to);
    }
  }

  /**
   * A year, a month, a day, or a first and a last of them with two dots between, as {@code 2018},
   * {@code 2018-05}, {@code 2018-05-14} and {@code 2018-05..2018-07-14}.
   *
   * @throws IllegalArgumentException if the text is none of these
   */
  public static Period parse(String text) {
    int dots = text.indexOf("..");
    if (dots < 0) {
      return one(text);
    }
    return new Period(one(text.substring(0, dots)).from, one(text.substring(dots + 2)).to);
  }

  private static Period one(String text) {
    try {
      String path = DatePath.checked(text.strip());
      return switch (path.length()) {
        case 4 ->
            new Period(Year.parse(path).atDay(1), Year.parse(path).atMonth(12).atEndOfMonth());
        case 7 -> new Period(YearMonth.parse(path).atDay(1), YearMonth.parse(path).atEndOfMonth());
        default -> new Period(LocalDate.parse(path), LocalDate.parse(path));
      };
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'" + text + "' is no day of the calendar", e);
    }
  }
}
