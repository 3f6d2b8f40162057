package org.fihris.date;

import java.time.LocalDate;
import org.fihris.date.DateMention.Kind;
import org.fihris.date.RangeParser.Found;
import org.fihris.date.Resolver.Span;
import org.fihris.date.Word.Role;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of tens and hundreds of years.
 *
 * <pre>
 * decade  = السبعينيات | سبعينيات [من] century | العقد direction
 *         | العقد ordinal من century
 * century = القرن (ordinal | direction)
 * </pre>
 */
final class CenturyParser {

  private final DateTokens tokens;
  private final DayParser days;
  private final YearParser years;
  private final @Nullable LocalDate anchor;

  CenturyParser(DateTokens tokens, @Nullable LocalDate anchor) {
    this.tokens = tokens;
    this.days = new DayParser(tokens);
    this.years = new YearParser(tokens);
    this.anchor = anchor;
  }

  @Nullable Found decade(int i) {
    int of = tokens.get(i + 1).is(Role.FROM) ? i + 2 : i + 1;
    int decade = tokens.get(i).word().value();
    if (tokens.get(of).is(Role.CENTURY)) {
      Found century = century(of);
      return century == null
          ? null
          : years(century.end(), century.span().from().getYear() + decade, 10);
    }
    // في العشرينيات من عمره
    if (of > i + 1 || !tokens.get(i).base().startsWith("ال")) {
      return null;
    }
    int start = 1900 + decade;
    boolean later = anchor != null && start + 100 <= anchor.getYear() - 10;
    return years(i + 1, later ? start + 100 : start, 10);
  }

  @Nullable Found century(int i) {
    if (!tokens.get(i).base().startsWith("ال")) {
      return null;
    }
    Shift shift = Shift.at(tokens, i + 1);
    if (shift != null) {
      int base = anchor == null ? 0 : anchor.getYear() / 100 * 100;
      return anchor == null ? null : years(shift.end(), base + 100 * shift.by(), 100);
    }
    boolean ordinal = tokens.get(i + 1).is(Role.ORDINAL) || tokens.get(i + 1).is(Role.TENS);
    Parsed number = ordinal ? days.alone(i + 1) : null;
    if (number == null
        || tokens.get(number.end()).is(Role.HIJRI_ERA)
        || tokens.get(number.end()).is(Role.BEFORE)) {
      return null;
    }
    return years(years.afterEra(number.end()), 100 * (number.stated().day() - 1), 100);
  }

  /** العقد الثاني من القرن العشرين, العقد الأخير من القرن الماضي. */
  private @Nullable Found decadeOfCentury(int i) {
    int number = Ordinals.at(tokens, i + 1);
    boolean of = tokens.get(i + 2).is(Role.FROM) && tokens.get(i + 3).is(Role.CENTURY);
    Found century = number != 0 && of ? century(i + 3) : null;
    if (century == null) {
      return null;
    }
    int index = number == Ordinals.LAST ? 9 : number - 1;
    return years(century.end(), century.span().from().getYear() + 10 * index, 10);
  }

  /** العقد الماضي: by the calendar. العقد الحالي is a player's contract. */
  @Nullable Found calendarDecade(int i, boolean nested) {
    if (!tokens.get(i).base().equals("العقد")) {
      return null;
    }
    Found ofCentury = decadeOfCentury(i);
    Shift shift = Shift.at(tokens, i + 1);
    if (ofCentury != null || shift == null || anchor == null) {
      return ofCentury;
    }
    if (shift.by() == 0 && !nested) {
      return null;
    }
    return years(shift.end(), (anchor.getYear() / 10 + shift.by()) * 10, 10);
  }

  private static Found years(int end, int first, int count) {
    LocalDate from = LocalDate.of(first, 1, 1);
    return new Found(end, new Span(Kind.RANGE, from, from.plusYears(count)));
  }
}
