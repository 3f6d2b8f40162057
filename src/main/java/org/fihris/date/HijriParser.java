package org.fihris.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.fihris.date.DateMention.Kind;
import org.fihris.date.DateTokens.Token;
import org.fihris.date.RangeParser.Found;
import org.fihris.date.Resolver.Span;
import org.fihris.date.Word.Role;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of Hijri dates, in the calendar of Umm al-Qura. Where the moon was sighted instead, a
 * day differs by one.
 *
 * <pre>
 * hijri = (1..30 | ordinal) [من] [شهر] month [tail] | [شهر] month [tail] | عام year هـ | year هـ
 * tail  = [، | عام] (year [هـ] | Christian year) | direction
 * </pre>
 */
final class HijriParser {

  private record Name(int end, int month, boolean person) {}

  private static final int FIRST_YEAR = 1300;
  private static final int LAST_YEAR = 1500;
  private static final int SAFAR = 2;
  private static final int RABI = 3;
  private static final int JUMADA = 5;
  private static final int RAJAB = 7;
  private static final int RAMADAN = 9;
  private static final int DHU = 11;

  private final DateTokens tokens;
  private final DayParser days;
  private final YearParser years;
  private final @Nullable LocalDate anchor;

  HijriParser(DateTokens tokens, @Nullable LocalDate anchor) {
    this.tokens = tokens;
    this.days = new DayParser(tokens);
    this.years = new YearParser(tokens);
    this.anchor = anchor;
  }

  @Nullable Found at(int i) {
    Token token = tokens.get(i);
    if (token.is(Role.YEAR_NOUN) || (token.isNumber() && token.digits() == 4)) {
      return year(i);
    }
    if (token.is(Role.MONTH_NOUN)) {
      return month(i + 1, true);
    }
    if (token.is(Role.HIJRI_MONTH)) {
      return month(i, false);
    }
    Parsed day = days.alone(i);
    return day == null ? null : dayOf(day);
  }

  private @Nullable Found year(int i) {
    int j = tokens.get(i).is(Role.YEAR_NOUN) ? i + 1 : i;
    return isYear(j) && tokens.get(j + 1).is(Role.HIJRI_ERA)
        ? found(j + 2, first(tokens.get(j).number(), 1), ChronoUnit.YEARS)
        : null;
  }

  private @Nullable Found dayOf(Parsed day) {
    int j = tokens.get(day.end()).isMark("-/") ? day.end() + 1 : day.end();
    j = tokens.get(j).is(Role.FROM) ? j + 1 : j;
    j = tokens.get(j).is(Role.MONTH_NOUN) ? j + 1 : j;
    Name name = name(j);
    if (name == null) {
      return null;
    }
    int number = day.stated().day();
    int at = yearPlace(name.end);
    if (isYear(at)) {
      int end = tokens.get(at + 1).is(Role.HIJRI_ERA) ? at + 2 : at + 1;
      return found(end, day(tokens.get(at).number(), name.month, number), ChronoUnit.DAYS);
    }
    boolean stated = name.month != SAFAR && ClauseEnd.at(tokens, name.end);
    return stated ? found(name.end, nearest(name.month, number, null), ChronoUnit.DAYS) : null;
  }

  private @Nullable Found month(int i, boolean named) {
    Name name = name(i);
    if (name == null) {
      return null;
    }
    int at = yearPlace(name.end);
    if (isYear(at)) {
      int end = tokens.get(at + 1).is(Role.HIJRI_ERA) ? at + 2 : at + 1;
      return found(end, first(tokens.get(at).number(), name.month), ChronoUnit.MONTHS);
    }
    YearParser.Year christian = years.at(at);
    if (christian != null) {
      LocalDate middle = LocalDate.of(christian.number(), 7, 1);
      return found(christian.end(), nearest(middle, name.month, 1, null), ChronoUnit.MONTHS);
    }
    Token next = tokens.get(name.end);
    if (next.is(Role.DIRECTION) && (named || !name.person || name.month == RAMADAN)) {
      Direction direction = ExpressionParser.directionOf(next);
      return found(name.end + 1, nearest(name.month, 1, direction), ChronoUnit.MONTHS);
    }
    Token before = tokens.get(i - 1);
    boolean cued = before.is(Role.CUE) && ClauseEnd.at(tokens, name.end);
    return named || cued ? found(name.end, nearest(name.month, 1, null), ChronoUnit.MONTHS) : null;
  }

  /** The token after the month's name at {@code i}; {@code i} itself if there is none. */
  int endOfName(int i) {
    Name name = name(i);
    return name == null ? i : name.end;
  }

  private int yearPlace(int i) {
    int j = tokens.get(i).isMark("،,/-") || tokens.get(i).is(Role.FROM) ? i + 1 : i;
    return tokens.get(j).is(Role.YEAR_NOUN) ? j + 1 : j;
  }

  private boolean isYear(int i) {
    Token token = tokens.get(i);
    return token.digits() == 4 && token.number() >= FIRST_YEAR && token.number() <= LAST_YEAR;
  }

  private @Nullable Name name(int i) {
    Token token = tokens.get(i);
    if (!token.is(Role.HIJRI_MONTH)) {
      return null;
    }
    String next = tokens.get(i + 1).text();
    int value = token.word().value();
    return switch (value) {
      case RABI, JUMADA -> {
        boolean first = next.equals("الاول") || next.equals("الاولي") || next.equals("اول");
        boolean second =
            next.equals("الثاني")
                || next.equals("الثانيه")
                || next.equals("الاخر")
                || next.equals("الاخره")
                || next.equals("ثان");
        yield first
            ? new Name(i + 2, value, false)
            : second ? new Name(i + 2, value + 1, false) : null;
      }
      case DHU ->
          next.equals("القعده")
              ? new Name(i + 2, DHU, false)
              : next.equals("الحجه") ? new Name(i + 2, DHU + 1, false) : null;
      default -> new Name(i + 1, value, value <= SAFAR || (value >= RAJAB && value <= RAMADAN));
    };
  }

  private static @Nullable HijrahDate first(int year, int month) {
    return day(year, month, 1);
  }

  private static @Nullable HijrahDate day(int year, int month, int day) {
    try {
      return HijrahDate.of(year, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private @Nullable HijrahDate nearest(int month, int day, @Nullable Direction direction) {
    return anchor == null ? null : nearest(anchor, month, day, direction);
  }

  private static @Nullable HijrahDate nearest(
      LocalDate base, int month, int day, @Nullable Direction direction) {
    int year;
    try {
      year = HijrahDate.from(base).get(ChronoField.YEAR);
    } catch (DateTimeException e) {
      return null; // the table of Umm al-Qura ends
    }
    List<HijrahDate> days = new ArrayList<>();
    for (int shift = -1; shift <= 1; shift++) {
      HijrahDate date = day(year + shift, month, day);
      if (date != null) {
        days.add(date);
      }
    }
    HijrahDate best = null;
    long least = Long.MAX_VALUE;
    for (HijrahDate date : days) {
      long distance = ChronoUnit.DAYS.between(base, LocalDate.from(date));
      boolean wrongWay =
          (direction == Direction.PAST && distance >= 0)
              || (direction == Direction.NEXT && distance <= 0);
      if (!wrongWay && Math.abs(distance) < least) {
        best = date;
        least = Math.abs(distance);
      }
    }
    return best;
  }

  private static @Nullable Found found(int end, @Nullable HijrahDate first, ChronoUnit unit) {
    if (first == null) {
      return null;
    }
    LocalDate from = LocalDate.from(first);
    try {
      LocalDate to = LocalDate.from(first.plus(1, unit));
      Kind kind = unit == ChronoUnit.DAYS ? Kind.DAY : Kind.RANGE;
      return new Found(end, new Span(kind, from, to));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
