package org.fihris.date;

import java.time.LocalDate;
import java.time.YearMonth;
import org.fihris.date.DateTokens.Token;
import org.fihris.date.ExpressionParser.Month;
import org.fihris.date.RangeParser.Found;
import org.fihris.date.Resolver.Span;
import org.fihris.date.Word.Role;
import org.fihris.date.YearParser.Year;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of a longer time that can have parts.
 *
 * <pre>
 * whole = [هذا] (what WeekParser has | [شهر] month | الشهر direction | year | العام direction)
 *       | what FractionParser has | what CenturyParser has
 * </pre>
 */
final class WholeParser {

  private final DateTokens tokens;
  private final ExpressionParser expressions;
  private final Resolver resolver;
  private final YearParser years;
  private final WeekParser weeks;
  private final FractionParser fractions;
  private final CenturyParser centuries;
  private final @Nullable LocalDate anchor;

  WholeParser(
      DateTokens tokens,
      ExpressionParser expressions,
      Resolver resolver,
      @Nullable LocalDate anchor) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.resolver = resolver;
    this.years = new YearParser(tokens);
    this.weeks = new WeekParser(tokens, expressions, resolver, this, anchor);
    this.fractions = new FractionParser(tokens, this, anchor);
    this.centuries = new CenturyParser(tokens, anchor);
    this.anchor = anchor;
  }

  /**
   * @param nested whether words before it call for a time, so that a bare year or week is one
   */
  @Nullable Found at(int i, boolean nested) {
    boolean current = tokens.get(i).is(Role.THIS);
    int j = current ? i + 1 : i;
    Token token = tokens.get(j);
    if (token.is(Role.WEEK_NOUN)) {
      return weeks.at(j, current, nested);
    }
    if (token.is(Role.MONTH_NOUN) || token.is(Role.MONTH) || token.is(Role.MONTH_STEM)) {
      return month(j, current, nested);
    }
    if (token.is(Role.YEAR_NOUN) || token.isNumber()) {
      return year(j, current, nested);
    }
    if (token.is(Role.FRACTION)) {
      return fractions.at(j);
    }
    if (token.is(Role.SEASON) || token.base().equals("ربيع")) {
      return fractions.season(j, current);
    }
    if (token.is(Role.DECADE)) {
      return centuries.decade(j);
    }
    if (token.is(Role.CENTURY)) {
      return centuries.century(j);
    }
    return token.is(Role.UNIT) ? centuries.calendarDecade(j, nested) : null;
  }

  /** A weekday with its week behind it, a week with its weekday, or a year with its fraction. */
  @Nullable Found led(int i) {
    return tokens.get(i).is(Role.WEEKDAY) ? weeks.weekdayOfWeek(i) : fractions.behindYear(i);
  }

  private @Nullable Found month(int i, boolean current, boolean nested) {
    boolean noun = tokens.get(i).is(Role.MONTH_NOUN);
    if (noun && isDefinite(i)) {
      Shift shift = current ? null : Shift.at(tokens, i + 1);
      boolean named = current || (nested && !isQualified(i + 1));
      if (anchor == null || (shift == null && !named)) {
        return null;
      }
      YearMonth month = YearMonth.from(anchor).plusMonths(shift == null ? 0 : shift.by());
      return new Found(shift == null ? i + 1 : shift.end(), Span.ofMonth(month));
    }
    int j = noun ? i + 1 : i;
    Month name = expressions.month(j);
    Parsed parsed = name == null ? null : expressions.monthAndTail(j);
    if (name == null || parsed == null || !(noun || current || name.sure())) {
      return null;
    }
    Stated stated = parsed.stated();
    if (current && stated.year() == 0 && anchor != null) {
      stated = stated.withYear(anchor.getYear());
    }
    Span span = resolver.resolve(stated);
    return span == null ? null : new Found(parsed.end(), span);
  }

  private @Nullable Found year(int i, boolean current, boolean nested) {
    if (tokens.get(i).isNumber()) {
      boolean bare = nested && years.isInDigits(i) && ClauseEnd.at(tokens, i + 1);
      return bare ? ofYear(years.afterEra(i + 1), tokens.get(i).number()) : null;
    }
    Year stated = years.at(i + 1);
    if (stated != null) {
      return ofYear(years.afterEra(stated.end()), stated.number());
    }
    NumberWords.Number words = NumberWords.words(tokens, i + 1);
    if (words != null && words.value() >= 100 && ClauseEnd.at(tokens, words.end())) {
      return ofYear(words.end(), words.value());
    }
    Shift shift = current ? null : Shift.at(tokens, i + 1);
    boolean named = current || (nested && !isQualified(i + 1));
    if (anchor == null || !isDefinite(i) || (shift == null && !named)) {
      return null;
    }
    int by = shift == null ? 0 : shift.by();
    return ofYear(shift == null ? i + 1 : shift.end(), anchor.getYear() + by);
  }

  /** العام الدراسي, السنة المالية, الشهر نفسه: a year or month that is not the calendar's own. */
  private boolean isQualified(int i) {
    Token next = tokens.get(i);
    return (next.is(Role.OTHER) && next.text().startsWith("ال"))
        || next.text().equals("نفسه")
        || next.text().equals("نفسها")
        || next.text().equals("ذاته")
        || next.text().equals("ذاتها");
  }

  private boolean isDefinite(int i) {
    return tokens.get(i).base().startsWith("ال");
  }

  private static Found ofYear(int end, int year) {
    return new Found(end, Span.ofYear(year));
  }
}
