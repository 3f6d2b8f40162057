package org.fihris.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an expression states of a date; 0 and null for what it does not.
 *
 * @param weekday 1 for Monday to 7 for Sunday
 */
record Stated(int weekday, int day, int month, int year, @Nullable Direction direction) {

  static Stated ofDay(int day, int month, int year) {
    return new Stated(0, day, month, year, null);
  }

  Stated withWeekday(int newWeekday) {
    return new Stated(newWeekday, day, month, year, direction);
  }

  Stated withYear(int newYear) {
    return new Stated(weekday, day, month, newYear, direction);
  }

  Stated withMonth(int newMonth) {
    return new Stated(weekday, day, newMonth, year, direction);
  }

  /** The same with day and month in each other's place. */
  Stated monthFirst() {
    return new Stated(weekday, month, day, year, direction);
  }

  boolean hasDay() {
    return day != 0;
  }

  /** The stated day if day, month and year are stated and such a day exists. */
  @Nullable LocalDate exactDay() {
    if (day == 0 || month == 0 || year == 0) {
      return null;
    }
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
