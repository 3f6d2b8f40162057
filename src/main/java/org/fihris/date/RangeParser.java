package org.fihris.date;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.fihris.date.DateMention.Kind;
import org.fihris.date.DateTokens.Token;
import org.fihris.date.ExpressionParser.Month;
import org.fihris.date.Resolver.Span;
import org.fihris.date.Word.Role;
import org.fihris.date.YearParser.Year;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of ranges. What the first end leaves out, month or year, it takes from the second.
 *
 * <pre>
 * range = من point (إلى | حتى) point | بين point و point | point (- | إلى) point
 * point = date | 1..31 | month [year] | [عام] year | what PointParser has
 *       | الآن at the first end, نهاية whole at the second
 * </pre>
 */
final class RangeParser {

  /** A range that held; {@code end} is the token after its last. */
  record Found(int end, Span span) {}

  private static final String DASHES = "-–—";

  private final DateTokens tokens;
  private final DayParser days;
  private final YearParser years;
  private final ExpressionParser expressions;
  private final Resolver resolver;
  private final ClauseTense tense;
  private final PeriodParser periods;
  private final @Nullable PointParser points;

  RangeParser(
      DateTokens tokens,
      ExpressionParser expressions,
      Resolver resolver,
      PeriodParser periods,
      @Nullable PointParser points) {
    this.tokens = tokens;
    this.days = new DayParser(tokens);
    this.years = new YearParser(tokens);
    this.tense = new ClauseTense(tokens);
    this.periods = periods;
    this.points = points;
    this.expressions = expressions;
    this.resolver = resolver;
  }

  /** A range that begins at {@code i}, with the word that opens it or without. */
  @Nullable Found at(int i) {
    Token first = tokens.get(i);
    boolean opened = first.is(Role.FROM) || first.is(Role.BETWEEN);
    int start = opened ? skipNouns(i + 1) : i;
    Found years = years(i, start, opened);
    if (years != null) {
      return years;
    }
    Parsed left = leftPoint(start);
    Found found = left == null ? null : complete(i, left, opened);
    if (found != null) {
      return found;
    }
    Found inMonth = opened ? null : daysAfterMonth(i);
    return inMonth != null || points == null ? inMonth : relative(i, start, points);
  }

  /** تشرين الثاني بين 15 و19. */
  private @Nullable Found daysAfterMonth(int i) {
    Month month = expressions.month(i);
    int j = month == null ? i : month.end();
    boolean opened = tokens.get(j).is(Role.BETWEEN) || tokens.get(j).is(Role.FROM);
    Parsed first = month != null && opened ? days.alone(j + 1) : null;
    int next = first == null ? -1 : connector(j, first.end());
    Parsed last = next < 0 ? null : days.alone(next);
    if (month == null || first == null || last == null || !ClauseEnd.at(tokens, last.end())) {
      return null;
    }
    Span from = resolver.resolve(first.stated().withMonth(month.number()));
    Span to =
        from == null
            ? null
            : resolver.resolve(
                last.stated().withMonth(month.number()).withYear(from.from().getYear()));
    return from != null && to != null && from.from().isBefore(to.from())
        ? new Found(last.end(), new Span(Kind.RANGE, from.from(), to.to()))
        : null;
  }

  /**
   * اليوم حتى 22 أكتوبر, من الجمعة حتى الأحد القادم, من الاثنين المقبل حتى الخميس: at least one end
   * counts from the anchor. Two bare weekdays are a habit, unless بين opens them, a part of the day
   * is told or the verb tells what is to come.
   */
  private @Nullable Found relative(int i, int start, PointParser from) {
    // من يوم الجمعة حتى: the span begins at the weekday, as it does where يوم stands alone.
    if (tokens.get(i).is(Role.FROM) && start > i + 1 && tokens.get(start).is(Role.WEEKDAY)) {
      return null;
    }
    Found left = from.orNow(start);
    int next = left == null ? -1 : connector(i, left.end());
    if (left == null || next < 0 || left.span().kind() != Kind.DAY) {
      return null;
    }
    int second = skipNouns(next);
    Found end = periods.end(second);
    if (end != null) {
      return ofDays(end.end(), left.span().from(), end.span().to());
    }
    Found right = from.at(second);
    return right == null || right.span().kind() != Kind.DAY
        ? null
        : ofPoints(i, start, left, second, right, from);
  }

  private @Nullable Found ofPoints(
      int i, int start, Found left, int second, Found right, PointParser from) {
    LocalDate first = left.span().from();
    LocalDate last = right.span().from();
    boolean bareFirst = isBareWeekday(start, left);
    if (isBareWeekday(second, right)) {
      boolean habit = bareFirst && !tokens.get(i).is(Role.BETWEEN) && !isPartOfDay(second - 1);
      if (habit && !tense.isFuture(i, right.end())) {
        return null;
      }
      last = from.weekdayAfter(first, tokens.get(second).word().value());
    } else if (bareFirst) {
      DayOfWeek day = DayOfWeek.of(tokens.get(start).word().value());
      first = last.with(TemporalAdjusters.previousOrSame(day));
    } else if (last.isBefore(first) && statesNoYear(second)) {
      last = last.plusYears(1);
    }
    return first.isBefore(last) ? ofDays(right.end(), first, last.plusDays(1)) : null;
  }

  private static @Nullable Found ofDays(int end, LocalDate from, LocalDate to) {
    return from.isBefore(to) ? new Found(end, new Span(Kind.RANGE, from, to)) : null;
  }

  /** صباح, مساء; but not يوم, behind which two weekdays may still be a habit. */
  private boolean isPartOfDay(int i) {
    return tokens.get(i).is(Role.DAY_NOUN) && !tokens.get(i).base().equals("يوم");
  }

  private boolean isBareWeekday(int i, Found found) {
    return tokens.get(i).is(Role.WEEKDAY) && found.end() == i + 1;
  }

  private boolean statesNoYear(int i) {
    Parsed date = expressions.date(i);
    return date != null && date.stated().year() == 0;
  }

  private @Nullable Found complete(int i, Parsed left, boolean opened) {
    int next = connector(i, left.end());
    if (next < 0) {
      return null;
    }
    Parsed right = rightPoint(skipNouns(next), left);
    if (right == null
        || (!opened
            && !tokens.get(left.end()).is(Role.TO)
            && left.stated().hasDay()
            && left.stated().month() != 0)) {
      return null;
    }
    Span to = resolver.resolve(right.stated());
    if (to == null) {
      return null;
    }
    Span from = resolver.resolve(inherit(left.stated(), to));
    if (from == null || !from.from().isBefore(to.from())) {
      return null;
    }
    return new Found(right.end(), new Span(Kind.RANGE, from.from(), to.to()));
  }

  /** Where the second end begins, or -1: after إلى, a dash, or a و where بين opened the range. */
  private int connector(int i, int j) {
    Token token = tokens.get(j);
    if (tokens.get(i).is(Role.BETWEEN)) {
      boolean and = token.text().equals("و") || token.text().startsWith("و");
      if (!and) {
        return token.isMark(DASHES) || token.is(Role.TO) ? j + 1 : -1;
      }
      return token.text().equals("و") ? j + 1 : j;
    }
    return token.is(Role.TO) || token.isMark(DASHES) ? j + 1 : -1;
  }

  /** Behind يوم, شهر before a name, and an article that stands alone. */
  private int skipNouns(int i) {
    int j = i;
    while (j < i + 2 && (tokens.get(j).is(Role.DAY_NOUN) || tokens.get(j).text().equals("ال"))) {
      j++;
    }
    boolean month = tokens.get(j).is(Role.MONTH_NOUN) && expressions.month(j + 1) != null;
    return month ? j + 1 : j;
  }

  /** The first end: a date, a month, or a bare day that waits for the month of the second. */
  private @Nullable Parsed leftPoint(int i) {
    Parsed date = expressions.date(i);
    if (date != null) {
      return date;
    }
    Month month = expressions.month(i);
    if (month != null) {
      return month.sure() ? expressions.monthAndTail(i) : null;
    }
    return days.alone(i);
  }

  private @Nullable Parsed rightPoint(int i, Parsed left) {
    return left.stated().hasDay() ? expressions.date(i) : expressions.monthAndTail(i);
  }

  private static Stated inherit(Stated left, Span to) {
    Stated withMonth = left.month() == 0 ? left.withMonth(to.from().getMonthValue()) : left;
    if (withMonth.year() != 0) {
      return withMonth;
    }
    int year = to.from().getYear();
    boolean overNewYear = withMonth.month() > to.from().getMonthValue();
    return withMonth.withYear(overNewYear ? year - 1 : year);
  }

  /** بين عامي 2011 و2015, من 2011 إلى 2015, الفترة 2011-2015. */
  private @Nullable Found years(int i, int start, boolean opened) {
    boolean named = isYearNoun(start);
    Year from = years.at(named ? start + 1 : start);
    if (from == null || !(opened || named || isCued(i))) {
      return null;
    }
    int right = connector(i, from.end());
    boolean namedRight = right >= 0 && isYearNoun(right);
    Year to = right < 0 ? null : years.at(namedRight ? right + 1 : right);
    if (to == null || from.number() >= to.number()) {
      return null;
    }
    boolean sure = named || namedRight || ClauseEnd.at(tokens, to.end());
    return sure
        ? new Found(
            years.afterEra(to.end()),
            new Span(Kind.RANGE, Span.ofYear(from.number()).from(), Span.ofYear(to.number()).to()))
        : null;
  }

  private boolean isYearNoun(int i) {
    return tokens.get(i).is(Role.YEAR_NOUN) || tokens.get(i).is(Role.YEARS_NOUN);
  }

  private boolean isCued(int i) {
    Token before = tokens.get(i - 1);
    return before.is(Role.CUE) || before.isMark("(") || before.text().equals("الفتره");
  }
}
