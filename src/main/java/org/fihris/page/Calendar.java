package org.fihris.page;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.chrono.HijrahChronology;
import java.time.chrono.HijrahDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.fihris.date.PublicationDate;
import org.fihris.query.DateStep;
import org.jspecify.annotations.Nullable;

/** Days as they are read, in a language. Digits are western in both. */
final class Calendar {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final Texts texts;
  private final DateTimeFormatter day;
  private final DateTimeFormatter shortDay;
  private final DateTimeFormatter longDay;
  private final DateTimeFormatter month;
  private final DateTimeFormatter hijri;

  Calendar(Texts texts) {
    this.texts = texts;
    Locale locale = texts.language().locale();
    this.day = DateTimeFormatter.ofPattern("d MMMM yyyy", locale);
    this.shortDay = DateTimeFormatter.ofPattern("d MMMM", locale);
    this.longDay = DateTimeFormatter.ofPattern(texts.get("date.long"), locale);
    this.month = DateTimeFormatter.ofPattern("MMMM yyyy", locale);
    this.hijri =
        DateTimeFormatter.ofPattern(texts.get("date.hijri"), locale)
            .withChronology(HijrahChronology.INSTANCE);
  }

  /** The date of an article, for a line above or below its headline. */
  Published published(PublicationDate date) {
    return switch (date) {
      case PublicationDate.Known known ->
          new Published(
              known.day().toString(), day(known.day()), hijri(known.day()), clock(known.time()));
      case PublicationDate.Unknown unknown -> Published.UNKNOWN;
    };
  }

  private static @Nullable String clock(@Nullable OffsetDateTime time) {
    return time == null ? null : CLOCK.format(time);
  }

  String day(LocalDate date) {
    return day.format(date);
  }

  /** With the day of the week. */
  String longDay(LocalDate date) {
    return longDay.format(date);
  }

  /**
   * The day in the calendar of Umm al-Qura; null outside the years that Java's tables have, 1300 to
   * 1600 of the Hijra.
   */
  @Nullable String hijri(LocalDate date) {
    try {
      return hijri.format(HijrahDate.from(date));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** A period that articles are counted by. */
  String period(DateStep step, LocalDate first) {
    return switch (step) {
      case YEAR -> String.valueOf(first.getYear());
      case QUARTER -> texts.get("date.quarter", quarter(first), first.getYear());
      case MONTH -> month.format(first);
      case WEEK -> texts.get("date.week", day(first));
      case DAY -> day(first);
    };
  }

  private static int quarter(LocalDate first) {
    return (first.getMonthValue() + 2) / 3;
  }

  /** A period in few letters, for an axis. */
  String tick(DateStep step, LocalDate first) {
    return switch (step) {
      case YEAR, QUARTER -> String.valueOf(first.getYear());
      case MONTH -> month.format(first);
      case WEEK, DAY -> shortDay.format(first);
    };
  }

  /** The days from one to another, either of which may be open. */
  String between(@Nullable LocalDate from, @Nullable LocalDate to) {
    if (from == null) {
      return to == null ? texts.get("date.always") : texts.get("date.until", day(to));
    }
    if (to == null) {
      return texts.get("date.since", day(from));
    }
    if (from.equals(to)) {
      return day(from);
    }
    for (DateStep step : List.of(DateStep.YEAR, DateStep.MONTH)) {
      LocalDate first = step.first(from, DayOfWeek.MONDAY);
      if (from.equals(first) && to.equals(step.plus(first, 1).minusDays(1))) {
        return period(step, first);
      }
    }
    return texts.get("date.between", day(from), day(to));
  }
}
