package org.fihris.date;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.fihris.date.DateMention.Kind;
import org.fihris.date.Resolver.Span;

/** The beginning, middle or end of a longer time: its first, middle or last half. */
enum Part {
  START,
  MIDDLE,
  END;

  private static final int DAYS_OF_WEEK = 7;

  /** That half of the days; of a week the three, four and four days that the halves touch. */
  Span of(Span whole) {
    LocalDate from = whole.from();
    long days = ChronoUnit.DAYS.between(from, whole.to());
    if (days == DAYS_OF_WEEK) {
      return switch (this) {
        case START -> range(from, from.plusDays(3));
        case MIDDLE -> range(from.plusDays(1), from.plusDays(5));
        case END -> range(from.plusDays(3), whole.to());
      };
    }
    LocalDate half = from.plusDays(days / 2);
    return switch (this) {
      case START -> range(from, half);
      case MIDDLE -> range(from.plusDays(days / 4), from.plusDays(days - days / 4));
      case END -> range(half, whole.to());
    };
  }

  private static Span range(LocalDate from, LocalDate to) {
    return new Span(Kind.RANGE, from, to);
  }
}
