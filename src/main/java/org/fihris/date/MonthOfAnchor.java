package org.fihris.date;

import java.time.LocalDate;
import java.time.YearMonth;
import org.fihris.date.DateTokens.Token;
import org.fihris.date.Word.Role;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of a month that is told by its distance from the anchor, behind a day.
 *
 * <pre>
 * month = [من] هذا الشهر | [من] الشهر direction | الجاري | من الشهر
 * </pre>
 *
 * <p>The last two need a word before the day that calls for a date: يوم 4 الجاري, but not الربع
 * الرابع الجاري.
 */
final class MonthOfAnchor {

  private final DateTokens tokens;
  private final LocalDate anchor;

  MonthOfAnchor(DateTokens tokens, LocalDate anchor) {
    this.tokens = tokens;
    this.anchor = anchor;
  }

  /**
   * The day with its month, or {@code null} if none such follows.
   *
   * @param i the first token of the day
   * @param end the token after its last
   * @param month the token where the month would begin, behind من if that is there
   */
  @Nullable Parsed day(int i, int end, int month, int day) {
    if (tokens.get(month).is(Role.THIS) && tokens.get(month + 1).is(Role.MONTH_NOUN)) {
      return inMonth(month + 2, day, 0);
    }
    Token direction = tokens.get(month + 1);
    if (tokens.get(month).is(Role.MONTH_NOUN) && direction.is(Role.DIRECTION)) {
      return inMonth(month + 2, day, ExpressionParser.directionOf(direction).sign());
    }
    return isCalled(tokens.get(i - 1)) ? current(end, day) : null;
  }

  private @Nullable Parsed current(int end, int day) {
    Token next = tokens.get(end);
    if (next.is(Role.DIRECTION) && !next.text().endsWith("ه")) {
      boolean current = ExpressionParser.directionOf(next) == Direction.CURRENT;
      return current ? inMonth(end + 1, day, 0) : null;
    }
    boolean month = next.is(Role.FROM) && tokens.get(end + 1).text().equals("الشهر");
    return month && !isQualified(tokens.get(end + 2)) ? inMonth(end + 2, day, 0) : null;
  }

  private static boolean isCalled(Token before) {
    return before.is(Role.DAY_NOUN)
        || before.is(Role.WEEKDAY)
        || before.is(Role.CORRESPONDING)
        || before.is(Role.TO)
        || before.text().equals("في");
  }

  /** من الشهر نفسه, من الشهر التالي: a month that the text told of before. */
  private static boolean isQualified(Token after) {
    return after.is(Role.DIRECTION)
        || after.text().equals("نفسه")
        || after.text().equals("ذاته")
        || (after.is(Role.OTHER) && after.text().startsWith("ال"));
  }

  private Parsed inMonth(int end, int day, int shift) {
    YearMonth month = YearMonth.from(anchor).plusMonths(shift);
    return new Parsed(end, Stated.ofDay(day, month.getMonthValue(), month.getYear()));
  }
}
