package org.fihris.date;

import java.time.LocalDate;

/**
 * A date expression in a text.
 *
 * @param start first UTF-16 unit of the expression in the text
 * @param end the unit after its last
 * @param from first day it covers
 * @param to the day after the last it covers
 */
public record DateMention(int start, int end, Kind kind, LocalDate from, LocalDate to) {

  /** How much time an expression covers. */
  public enum Kind {
    DAY,
    MONTH,
    YEAR,
    RANGE
  }
}
