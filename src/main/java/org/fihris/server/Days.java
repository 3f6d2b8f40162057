package org.fihris.server;

import java.time.LocalDate;
import org.fihris.query.Filters;
import org.fihris.query.ParameterValues;

/** The parameters {@code from} and {@code to} of whoever asks for more than a search. */
final class Days {
  private Days() {}

  static Filters of(ParameterValues values) {
    LocalDate from = values.day("from");
    LocalDate to = values.day("to");
    if (from != null && to != null && from.isAfter(to)) {
      values.addFault("from", "the first day, " + from + ", is after the last, " + to);
      return Filters.NONE;
    }
    return Filters.NONE.withDays(from, to);
  }
}
