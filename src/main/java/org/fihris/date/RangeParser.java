package org.fihris.date;

import org.fihris.date.DateMention.Kind;
import org.fihris.date.DateTokens.Token;
import org.fihris.date.ExpressionParser.Month;
import org.fihris.date.ExpressionParser.Parsed;
import org.fihris.date.Resolver.Span;
import org.fihris.date.Word.Role;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of ranges. What the first end leaves out, month or year, it takes from the second.
 *
 * <pre>
 * range = من point (إلى | حتى) point | بين point و point | point (- | إلى) point
 * point = date | 1..31 | month [year] | [عام] year
 * </pre>
 */
final class RangeParser {

  /** A range that held; {@code end} is the token after its last. */
  record Found(int end, Span span) {}

  private static final String DASHES = "-–—";

  private final DateTokens tokens;
  private final ExpressionParser expressions;
  private final Resolver resolver;

  RangeParser(DateTokens tokens, ExpressionParser expressions, Resolver resolver) {
    this.tokens = tokens;
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
    return left == null ? null : complete(i, left, opened);
  }

  private @Nullable Found complete(int i, Parsed left, boolean opened) {
    int next = connector(i, left.end());
    if (next < 0) {
      return null;
    }
    Parsed right = rightPoint(skipNouns(next), left);
    if (right == null || (!opened && left.stated().hasDay() && left.stated().month() != 0)) {
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

  private int skipNouns(int i) {
    int j = i;
    while (j < i + 2 && (tokens.get(j).is(Role.DAY_NOUN) || tokens.get(j).text().equals("ال"))) {
      j++;
    }
    return j;
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
    return expressions.bareDay(i);
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
    int left = named ? start + 1 : start;
    if (!expressions.isYear(left) || !(opened || named || isCued(i))) {
      return null;
    }
    int right = connector(i, left + 1);
    boolean namedRight = right >= 0 && isYearNoun(right);
    right = namedRight ? right + 1 : right;
    if (right < 0 || !expressions.isYear(right)) {
      return null;
    }
    int from = tokens.get(left).number();
    int to = tokens.get(right).number();
    boolean sure = named || namedRight || expressions.endsClause(right + 1);
    return from < to && sure
        ? new Found(
            expressions.afterEra(right + 1),
            new Span(Kind.RANGE, Span.ofYear(from).from(), Span.ofYear(to).to()))
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
