package org.fihris.date;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fihris.date.DateMention.Kind;
import org.jspecify.annotations.Nullable;

/** Turns what is stated into days, seen from an anchor where the year is not among it. */
final class Resolver {

  /** Days without their place in a text; {@code to} is exclusive. */
  record Span(Kind kind, LocalDate from, LocalDate to) {

    static Span ofDay(LocalDate day) {
      return new Span(Kind.DAY, day, day.plusDays(1));
    }

    static Span ofMonth(YearMonth month) {
      return new Span(Kind.MONTH, month.atDay(1), month.plusMonths(1).atDay(1));
    }

    static Span ofYear(int year) {
      return new Span(Kind.YEAR, LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
    }
  }

  private final @Nullable LocalDate anchor;

  Resolver(@Nullable LocalDate anchor) {
    this.anchor = anchor;
  }

  /**
   * The days of a stated day or month, or {@code null} if there are none such. The day stands
   * first, but running text may quote 9/18/2015, where that cannot be.
   */
  @Nullable Span resolve(Stated read) {
    Stated stated = read.month() > 12 && read.day() <= 12 ? read.monthFirst() : read;
    if (stated.hasDay()) {
      LocalDate day = stated.year() == 0 ? nearestDay(stated) : stated.exactDay();
      return day == null ? null : Span.ofDay(day);
    }
    YearMonth month =
        stated.year() == 0 ? nearestMonth(stated) : monthOf(stated.year(), stated.month());
    return month == null ? null : Span.ofMonth(month);
  }

  private @Nullable LocalDate nearestDay(Stated stated) {
    if (anchor == null) {
      return null;
    }
    LocalDate now = anchor;
    // Eight years cover the longest way to a 29 February.
    Stream<LocalDate> days =
        IntStream.rangeClosed(now.getYear() - 8, now.getYear() + 8)
            .mapToObj(year -> stated.withYear(year).exactDay())
            .filter(Objects::nonNull);
    Direction direction = stated.direction();
    if (direction != null && direction != Direction.CURRENT) {
      return days.filter(day -> direction == Direction.PAST ? day.isBefore(now) : day.isAfter(now))
          .min(distance(day -> ChronoUnit.DAYS.between(now, day)))
          .orElse(null);
    }
    // Of the years about the anchor a weekday chooses, if it agrees with one of them.
    Comparator<LocalDate> nearest = distance(day -> ChronoUnit.DAYS.between(now, day));
    Comparator<LocalDate> agreeing =
        Comparator.comparing(
            day ->
                stated.weekday() == 0
                    || day.getDayOfWeek().getValue() != stated.weekday()
                    || Math.abs(day.getYear() - now.getYear()) > 1);
    return days.min(stated.weekday() == 0 ? nearest : agreeing.thenComparing(nearest)).orElse(null);
  }

  private @Nullable YearMonth nearestMonth(Stated stated) {
    if (anchor == null) {
      return null;
    }
    YearMonth now = YearMonth.from(anchor);
    Direction direction = stated.direction();
    return Stream.of(-1, 0, 1)
        .map(shift -> YearMonth.of(now.getYear() + shift, stated.month()))
        .filter(
            month ->
                direction == null
                    || direction == Direction.CURRENT
                    || (direction == Direction.PAST ? month.isBefore(now) : month.isAfter(now)))
        .min(distance(month -> ChronoUnit.MONTHS.between(now, month)))
        .orElse(null);
  }

  /** Nearest first; of two equally near the past one, since news tells what was. */
  private static <T> Comparator<T> distance(Function<T, Long> fromAnchor) {
    return Comparator.<T>comparingLong(t -> Math.abs(fromAnchor.apply(t)))
        .thenComparingLong(fromAnchor::apply);
  }

  private static @Nullable YearMonth monthOf(int year, int month) {
    try {
      return YearMonth.of(year, month);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The day with that weekday which is nearest to {@code base}, itself included. */
  static LocalDate nearestWeekday(LocalDate base, int weekday) {
    LocalDate before = base.with(TemporalAdjusters.previousOrSame(DayOfWeek.of(weekday)));
    return ChronoUnit.DAYS.between(before, base) <= 3 ? before : before.plusDays(7);
  }

  /** The weekday as a bare name means it: the anchor's own day, else the last one before. */
  static LocalDate lastWeekday(LocalDate anchor, int weekday) {
    return anchor.with(TemporalAdjusters.previousOrSame(DayOfWeek.of(weekday)));
  }

  /** The weekday in a direction: strictly before or after the anchor. */
  static LocalDate weekday(LocalDate anchor, int weekday, Direction direction) {
    return switch (direction) {
      case PAST -> anchor.with(TemporalAdjusters.previous(DayOfWeek.of(weekday)));
      case CURRENT -> nearestWeekday(anchor, weekday);
      case NEXT -> anchor.with(TemporalAdjusters.next(DayOfWeek.of(weekday)));
    };
  }
}
