package org.fihris.date;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import org.fihris.date.DateMention.Kind;
import org.fihris.date.DateTokens.Token;
import org.fihris.date.RangeParser.Found;
import org.fihris.date.Resolver.Span;
import org.fihris.date.Word.Role;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of the nth weekday of a month.
 *
 * <pre>
 * nth = (أول | ثاني | آخر) weekday (من | في) month | weekday ordinal من month
 * </pre>
 *
 * <p>الأحد الثالث من مارس is a Sunday that is the third, if there is one; else the third Sunday. A
 * feminine ordinal (الجمعة الأولى) is never the day of a month, and neither is الأخير.
 */
final class WeekdayOfMonthParser {

  private static final int MOST_OF_MONTH = 5;

  /** Without article these are no weekdays elsewhere: أحد is "one", سبت and خميس are names. */
  private static final Map<String, Integer> INDEFINITE =
      Map.of("اثنين", 1, "ثلاثاء", 2, "اربعاء", 3, "خميس", 4, "جمعه", 5, "سبت", 6, "احد", 7);

  private final DateTokens tokens;
  private final ExpressionParser expressions;
  private final Resolver resolver;
  private final WholeParser wholes;

  WeekdayOfMonthParser(
      DateTokens tokens, ExpressionParser expressions, Resolver resolver, WholeParser wholes) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.resolver = resolver;
    this.wholes = wholes;
  }

  @Nullable Found at(int i) {
    Token token = tokens.get(i);
    if (token.is(Role.WEEKDAY)) {
      int number = Ordinals.at(tokens, i + 1);
      boolean of = number != 0 && tokens.get(i + 2).is(Role.FROM);
      return of && !isDate(i, number) ? nth(i + 3, number, token.word().value()) : null;
    }
    int number =
        token.is(Role.LAST)
            ? Ordinals.LAST
            : token.is(Role.ORDINAL) && !token.base().startsWith("ال") ? token.word().value() : 0;
    Integer weekday = number == 0 ? null : INDEFINITE.get(tokens.get(i + 1).text());
    boolean of = tokens.get(i + 2).is(Role.FROM) || tokens.get(i + 2).text().equals("في");
    return weekday == null || !of ? null : nth(i + 3, number, weekday);
  }

  private boolean isDate(int i, int number) {
    String ordinal = tokens.get(i + 1).text();
    if (number == Ordinals.LAST || ordinal.endsWith("ه") || ordinal.equals("الاولي")) {
      return false;
    }
    Parsed date = expressions.date(i);
    Span span = date == null ? null : resolver.resolve(date.stated());
    return span != null && span.from().getDayOfWeek().getValue() == tokens.get(i).word().value();
  }

  private @Nullable Found nth(int i, int number, int weekday) {
    Found month = number > MOST_OF_MONTH ? null : wholes.at(i, true);
    if (month == null || month.span().kind() != Kind.MONTH) {
      return null;
    }
    DayOfWeek day = DayOfWeek.of(weekday);
    LocalDate first = month.span().from();
    LocalDate found =
        number == Ordinals.LAST
            ? first.with(TemporalAdjusters.lastInMonth(day))
            : first.with(TemporalAdjusters.dayOfWeekInMonth(number, day));
    boolean inMonth = YearMonth.from(found).equals(YearMonth.from(first));
    return inMonth ? new Found(month.end(), Span.ofDay(found)) : null;
  }
}
