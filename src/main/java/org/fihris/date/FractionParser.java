package org.fihris.date;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.fihris.date.DateMention.Kind;
import org.fihris.date.DateTokens.Token;
import org.fihris.date.RangeParser.Found;
import org.fihris.date.Resolver.Span;
import org.fihris.date.Word.Role;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of halves, thirds, quarters and seasons.
 *
 * <pre>
 * fraction = (النصف | الثلث | الربع) ordinal [من] whole | year [،] الربع ordinal
 *          | season (year | direction)
 * </pre>
 *
 * <p>A season begins with the month of its solstice or equinox. A month has no quarters.
 */
final class FractionParser {

  private static final int DAYS_OF_THIRD = 10;

  private final DateTokens tokens;
  private final WholeParser wholes;
  private final YearParser years;
  private final @Nullable LocalDate anchor;

  FractionParser(DateTokens tokens, WholeParser wholes, @Nullable LocalDate anchor) {
    this.tokens = tokens;
    this.wholes = wholes;
    this.years = new YearParser(tokens);
    this.anchor = anchor;
  }

  @Nullable Found at(int i) {
    int j = tokens.get(i + 2).is(Role.FROM) ? i + 3 : i + 2;
    Found whole = isTime(tokens.get(j)) ? wholes.at(j, true) : null;
    return whole == null ? null : part(i, whole.end(), whole.span());
  }

  /** 2016 الربع الثالث. */
  @Nullable Found behindYear(int i) {
    int j = tokens.get(i + 1).isMark("،,") ? i + 2 : i + 1;
    boolean shaped = years.isInDigits(i) && tokens.get(j).is(Role.FRACTION);
    return shaped ? part(j, j + 2, Span.ofYear(tokens.get(i).number())) : null;
  }

  private static boolean isTime(Token of) {
    return switch (of.word().role()) {
      case THIS, YEAR_NOUN, MONTH_NOUN, MONTH, MONTH_STEM, DECADE, CENTURY -> true;
      case OTHER -> of.isNumber();
      case WEEKDAY, HIJRI_MONTH, ORDINAL, TEEN, TENS, DIRECTION, RELATIVE_DAY, TOMORROW_NOUN ->
          false;
      case DAY_NOUN, YEARS_NOUN, WEEK_NOUN, UNIT, SEASON, FRACTION, PART, CARDINAL -> false;
      case BEFORE, LAST, REST, LATER, WEEKEND, CUE, AFTER, FROM, TO, BETWEEN, CORRESPONDING ->
          false;
      case CHRISTIAN_ERA, HIJRI_ERA, FUNCTION -> false;
    };
  }

  /** The part of {@code whole} that the fraction and ordinal at {@code i} tell. */
  private @Nullable Found part(int i, int end, Span whole) {
    int number = Ordinals.at(tokens, i + 1);
    int parts = tokens.get(i).word().value();
    if (number == 0 || number > parts) {
      return null;
    }
    int index = number == Ordinals.LAST ? parts - 1 : number - 1;
    long months = ChronoUnit.MONTHS.between(whole.from(), whole.to());
    if (months == 1) {
      return ofMonth(end, whole, parts, index);
    }
    if (months == 0 || months % parts != 0) {
      return null;
    }
    LocalDate from = whole.from().plusMonths(index * months / parts);
    return range(end, from, from.plusMonths(months / parts));
  }

  private static @Nullable Found ofMonth(int end, Span month, int parts, int index) {
    if (parts == 2) {
      return new Found(end, (index == 0 ? Part.START : Part.END).of(month));
    }
    if (parts != 3) {
      return null;
    }
    LocalDate from = month.from().plusDays((long) index * DAYS_OF_THIRD);
    return range(end, from, index == 2 ? month.to() : from.plusDays(DAYS_OF_THIRD));
  }

  @Nullable Found season(int i, boolean current) {
    int first = tokens.get(i).is(Role.SEASON) ? tokens.get(i).word().value() : 3;
    Shift shift = tokens.get(i).base().startsWith("ال") ? Shift.at(tokens, i + 1) : null;
    if (anchor != null && (shift != null || current)) {
      LocalDate own = LocalDate.of(anchor.getYear(), first, 1);
      int by = shift == null ? 0 : shift.by();
      boolean over = by < 0 ? own.plusMonths(3).isAfter(anchor) : by > 0 && !own.isAfter(anchor);
      LocalDate from = own.plusYears(over ? by : by - Integer.signum(by));
      return range(shift == null ? i + 1 : shift.end(), from, from.plusMonths(3));
    }
    Found year = wholes.at(tokens.get(i + 1).is(Role.FROM) ? i + 2 : i + 1, true);
    if (year == null || year.span().kind() != Kind.YEAR) {
      return null;
    }
    LocalDate from = year.span().from().plusMonths(first - 1L);
    return range(year.end(), from, from.plusMonths(3));
  }

  private static Found range(int end, LocalDate from, LocalDate to) {
    return new Found(end, new Span(Kind.RANGE, from, to));
  }
}
