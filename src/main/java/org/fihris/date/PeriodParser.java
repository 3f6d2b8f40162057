package org.fihris.date;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import org.fihris.date.DateMention.Kind;
import org.fihris.date.DateTokens.Token;
import org.fihris.date.ExpressionParser.Month;
import org.fihris.date.ExpressionParser.Parsed;
import org.fihris.date.ExpressionParser.Year;
import org.fihris.date.RangeParser.Found;
import org.fihris.date.Resolver.Span;
import org.fihris.date.Word.Role;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of weeks, quarters, seasons, decades and centuries, and of the parts of a longer
 * time.
 *
 * <pre>
 * period = part whole | (وقت لاحق من | لاحقا في) whole | بقية whole | [عطلة نهاية] week | whole
 * whole  = [هذا] (week | [شهر] month | year) | fraction ordinal [من] whole
 *        | season (year | direction) | what CenturyParser has
 * week   = الأسبوع [direction] [[يوم] weekday | من weekday إلى weekday]
 *        | الأسبوع ordinal [من] whole | أسبوع date | [يوم] weekday [من] week
 * </pre>
 *
 * <p>A week is from Monday to Sunday and a weekend its last two days (ISO 8601); newsrooms differ.
 * The nth week of a month has its nth Monday.
 */
final class PeriodParser {

  private static final int DAYS_OF_WEEK = 7;
  private static final int LAST = -1;

  private final DateTokens tokens;
  private final ExpressionParser expressions;
  private final Resolver resolver;
  private final CenturyParser centuries;
  private final @Nullable LocalDate anchor;

  PeriodParser(
      DateTokens tokens,
      ExpressionParser expressions,
      Resolver resolver,
      @Nullable LocalDate anchor) {
    this.tokens = tokens;
    this.centuries = new CenturyParser(tokens, expressions, anchor);
    this.expressions = expressions;
    this.resolver = resolver;
    this.anchor = anchor;
  }

  @Nullable Found at(int i) {
    Token token = tokens.get(i);
    if (token.is(Role.PART)) {
      return part(i);
    }
    if (token.is(Role.WEEKDAY)) {
      return weekdayOfWeek(i);
    }
    if (token.is(Role.WEEKEND) && isEnd(i + 1)) {
      return part(i + 1);
    }
    if (token.is(Role.REST)) {
      return rest(i + 1);
    }
    if (token.is(Role.LATER) || (token.is(Role.CUE) && tokens.get(i + 1).is(Role.LATER))) {
      return later(token.is(Role.LATER) ? i : i + 1);
    }
    return token.isNumber() || token.is(Role.MONTH) || token.is(Role.MONTH_STEM)
        ? null
        : whole(i, false);
  }

  private boolean isEnd(int i) {
    return tokens.get(i).is(Role.PART) && tokens.get(i).word().value() == Part.END.ordinal();
  }

  private @Nullable Found part(int i) {
    Found whole = whole(i + 1, true);
    if (whole == null || whole.span().kind() == Kind.DAY) {
      return null;
    }
    Span span = whole.span();
    boolean week = span.from().plusDays(DAYS_OF_WEEK).equals(span.to());
    if (week && isEnd(i)) {
      return range(whole.end(), span.from().plusDays(5), span.to());
    }
    return new Found(whole.end(), Part.values()[tokens.get(i).word().value()].of(span));
  }

  private @Nullable Found rest(int i) {
    Found whole = whole(i, true);
    if (anchor == null
        || whole == null
        || anchor.isBefore(whole.span().from())
        || !anchor.isBefore(whole.span().to())) {
      return null;
    }
    return range(whole.end(), anchor, whole.span().to());
  }

  /** وقت لاحق من هذا الأسبوع, لاحقا هذا الشهر: what is left of it; مبكر: its first half. */
  private @Nullable Found later(int i) {
    boolean time = tokens.get(i).base().equals("وقت");
    boolean early = time && tokens.get(i + 1).text().equals("مبكر");
    if (time && !early && !tokens.get(i + 1).text().equals("لاحق")) {
      return null;
    }
    int j = time ? i + 2 : i + 1;
    boolean of = tokens.get(j).is(Role.FROM) || tokens.get(j).text().equals("في");
    Found whole = whole(of ? j + 1 : j, false);
    if (anchor == null || whole == null || whole.span().kind() == Kind.DAY) {
      return null;
    }
    if (early) {
      return new Found(whole.end(), Part.START.of(whole.span()));
    }
    LocalDate tomorrow = anchor.plusDays(1);
    LocalDate from = tomorrow.isAfter(whole.span().from()) ? tomorrow : whole.span().from();
    return from.isBefore(whole.span().to()) ? range(whole.end(), from, whole.span().to()) : null;
  }

  /**
   * @param nested whether words before it call for a time, so that a bare year or week is one
   */
  private @Nullable Found whole(int i, boolean nested) {
    boolean current = tokens.get(i).is(Role.THIS);
    int j = current ? i + 1 : i;
    Token token = tokens.get(j);
    if (token.is(Role.WEEK_NOUN)) {
      return week(j, current, nested);
    }
    if (token.is(Role.MONTH_NOUN) || token.is(Role.MONTH) || token.is(Role.MONTH_STEM)) {
      return month(j, current, nested);
    }
    if (token.is(Role.YEAR_NOUN) || token.isNumber()) {
      return year(j, current, nested);
    }
    if (token.is(Role.FRACTION)) {
      return fraction(j);
    }
    if (token.is(Role.SEASON) || token.base().equals("ربيع")) {
      return season(j, current);
    }
    if (token.is(Role.DECADE)) {
      return centuries.decade(j);
    }
    if (token.is(Role.CENTURY)) {
      return centuries.century(j);
    }
    return token.is(Role.UNIT) ? centuries.calendarDecade(j, nested) : null;
  }

  private @Nullable Found week(int i, boolean current, boolean nested) {
    if (!isDefinite(i)) {
      Parsed date = current ? null : expressions.date(i + 1);
      Span day = date == null ? null : resolver.resolve(date.stated());
      return date == null || day == null ? null : ofWeek(date.end(), monday(day.from()));
    }
    Found numbered = current ? null : numberedWeek(i);
    if (numbered != null || anchor == null) {
      return numbered;
    }
    Shift shift = Shift.at(tokens, i + 1);
    if (shift == null && !current && !nested) {
      return null;
    }
    int weeks = shift == null ? 0 : shift.by();
    int end = shift == null ? i + 1 : shift.end();
    LocalDate monday = monday(anchor).plusWeeks(weeks);
    Found days = nested ? null : daysOf(monday, end);
    return days == null ? ofWeek(end, monday) : days;
  }

  /** A weekday or a range of them behind their week. */
  private @Nullable Found daysOf(LocalDate monday, int i) {
    boolean opened = tokens.get(i).is(Role.FROM) || tokens.get(i).is(Role.BETWEEN);
    int j = skipDayNoun(opened ? i + 1 : i);
    Token first = tokens.get(j);
    if (!isWeekday(first) || (!opened && first.proclitics() > 0)) {
      return null;
    }
    LocalDate from = dayOf(monday, first);
    if (!opened) {
      return new Found(j + 1, Span.ofDay(from));
    }
    Token joint = tokens.get(j + 1);
    int k = skipDayNoun(joint.is(Role.TO) || joint.text().equals("و") ? j + 2 : j + 1);
    Token last = tokens.get(k);
    if (!isWeekday(last) || (k == j + 1 && !last.startsWithAnd())) {
      return null;
    }
    LocalDate to = dayOf(monday, last).plusDays(1);
    return from.isBefore(to) ? range(k + 1, from, to) : null;
  }

  private @Nullable Found weekdayOfWeek(int i) {
    int j = tokens.get(i + 1).is(Role.FROM) ? i + 2 : i + 1;
    int noun = tokens.get(j).is(Role.THIS) ? j + 1 : j;
    Found week = tokens.get(noun).is(Role.WEEK_NOUN) ? whole(j, false) : null;
    if (week == null || !isWeekday(tokens.get(i)) || week.span().kind() == Kind.DAY) {
      return null;
    }
    return new Found(week.end(), Span.ofDay(dayOf(week.span().from(), tokens.get(i))));
  }

  /**
   * The weekday of a week. Most Arab weeks begin on Saturday or Sunday: those of another week than
   * the anchor's open it, and are not its end.
   */
  private LocalDate dayOf(LocalDate monday, Token weekday) {
    LocalDate day = monday.plusDays(weekday.word().value() - 1L);
    boolean opens = weekday.word().value() >= DayOfWeek.SATURDAY.getValue();
    boolean other = anchor != null && !monday(anchor).equals(monday);
    return opens && other ? day.minusDays(DAYS_OF_WEEK) : day;
  }

  private @Nullable Found numberedWeek(int i) {
    int number = ordinal(i + 1);
    if (number == 0) {
      return null;
    }
    int j = tokens.get(i + 2).is(Role.FROM) ? i + 3 : i + 2;
    Found whole = whole(j, true);
    if (whole == null) {
      return null;
    }
    LocalDate from = whole.span().from();
    boolean year = whole.span().kind() == Kind.YEAR;
    LocalDate first =
        year ? monday(from.plusDays(3)) : from.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    LocalDate last = monday(whole.span().to().minusDays(1));
    LocalDate lastFull = last.plusDays(6).isBefore(whole.span().to()) ? last : last.minusWeeks(1);
    LocalDate end = year ? monday(whole.span().to().minusDays(4)) : lastFull;
    LocalDate monday = number == LAST ? end : first.plusWeeks(number - 1L);
    return monday.isBefore(whole.span().to()) ? ofWeek(whole.end(), monday) : null;
  }

  /** The number of الأول to العاشر, or that of الأخير; 0 for any other word. */
  private int ordinal(int i) {
    Token token = tokens.get(i);
    if (token.text().equals("الاخير") || token.text().equals("الاخيره")) {
      return LAST;
    }
    return token.is(Role.ORDINAL) && token.text().startsWith("ال") ? token.word().value() : 0;
  }

  private @Nullable Found month(int i, boolean current, boolean nested) {
    boolean noun = tokens.get(i).is(Role.MONTH_NOUN);
    if (noun && isDefinite(i)) {
      Shift shift = current ? null : Shift.at(tokens, i + 1);
      if (anchor == null || (shift == null && !current && !nested)) {
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
      boolean bare = nested && expressions.isYear(i) && expressions.endsClause(i + 1);
      return bare ? ofYear(expressions.afterEra(i + 1), tokens.get(i).number()) : null;
    }
    Year stated = expressions.yearAt(i + 1);
    if (stated != null) {
      return ofYear(expressions.afterEra(stated.end()), stated.number());
    }
    NumberWords.Number words = NumberWords.words(tokens, i + 1);
    if (words != null && words.value() >= 100 && expressions.endsClause(words.end())) {
      return ofYear(words.end(), words.value());
    }
    Shift shift = current ? null : Shift.at(tokens, i + 1);
    boolean named = current || (nested && !isQualified(i + 1));
    if (anchor == null || !isDefinite(i) || (shift == null && !named)) {
      return null;
    }
    int years = shift == null ? 0 : shift.by();
    return ofYear(shift == null ? i + 1 : shift.end(), anchor.getYear() + years);
  }

  /** العام الدراسي, السنة المالية: a year that does not begin in January. */
  private boolean isQualified(int i) {
    return tokens.get(i).is(Role.OTHER) && tokens.get(i).text().startsWith("ال");
  }

  private @Nullable Found fraction(int i) {
    int number = ordinal(i + 1);
    int parts = tokens.get(i).word().value();
    int j = tokens.get(i + 2).is(Role.FROM) ? i + 3 : i + 2;
    Token of = tokens.get(j);
    boolean time = of.isNumber() || of.is(Role.THIS) || of.is(Role.YEAR_NOUN);
    Found whole = number == 0 || number > parts || !time ? null : whole(j, true);
    if (whole == null || whole.span().kind() != Kind.YEAR) {
      return null;
    }
    int index = number == LAST ? parts - 1 : number - 1;
    int months = 12 / parts;
    LocalDate from = whole.span().from().plusMonths((long) index * months);
    return range(whole.end(), from, from.plusMonths(months));
  }

  private @Nullable Found season(int i, boolean current) {
    int first = tokens.get(i).is(Role.SEASON) ? tokens.get(i).word().value() : 3;
    Shift shift = isDefinite(i) ? Shift.at(tokens, i + 1) : null;
    if (anchor != null && (shift != null || current)) {
      LocalDate own = LocalDate.of(anchor.getYear(), first, 1);
      int by = shift == null ? 0 : shift.by();
      boolean over = by < 0 ? own.plusMonths(3).isAfter(anchor) : by > 0 && !own.isAfter(anchor);
      LocalDate from = own.plusYears(over ? by : by - Integer.signum(by));
      return range(shift == null ? i + 1 : shift.end(), from, from.plusMonths(3));
    }
    Found year = whole(tokens.get(i + 1).is(Role.FROM) ? i + 2 : i + 1, true);
    if (year == null || year.span().kind() != Kind.YEAR) {
      return null;
    }
    LocalDate from = year.span().from().plusMonths(first - 1L);
    return range(year.end(), from, from.plusMonths(3));
  }

  private boolean isDefinite(int i) {
    return tokens.get(i).base().startsWith("ال");
  }

  private static boolean isWeekday(Token token) {
    return token.is(Role.WEEKDAY) && !token.word().ambiguous();
  }

  private int skipDayNoun(int i) {
    return tokens.get(i).is(Role.DAY_NOUN) ? i + 1 : i;
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static Found ofWeek(int end, LocalDate monday) {
    return range(end, monday, monday.plusDays(DAYS_OF_WEEK));
  }

  private static Found ofYear(int end, int year) {
    return new Found(end, Span.ofYear(year));
  }

  private static Found range(int end, LocalDate from, LocalDate to) {
    return new Found(end, new Span(Kind.RANGE, from, to));
  }
}
