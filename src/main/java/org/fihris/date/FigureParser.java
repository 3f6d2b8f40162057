package org.fihris.date;

import org.fihris.date.DateTokens.Token;
import org.fihris.date.ExpressionParser.Parsed;
import org.fihris.date.Word.Role;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of dates in figures alone, the day before the month.
 *
 * <pre>
 * figures = d/M/yyyy | d-M-yyyy | d.M.yyyy | yyyy-M-d | yyyy/M/d | dd/MM/yy | yyyy/M
 *         | d/M behind a weekday, يوم, في or بتاريخ
 * </pre>
 */
final class FigureParser {

  private final DateTokens tokens;
  private final ExpressionParser expressions;

  FigureParser(DateTokens tokens, ExpressionParser expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  @Nullable Parsed date(int i) {
    Token first = tokens.get(i);
    Token separator = tokens.get(i + 1);
    Token third = tokens.get(i + 4);
    if (!first.isNumber()
        || !separator.isMark("/-.")
        || !tokens.get(i + 2).isNumber()
        || !tokens.get(i + 3).isMark(separator.text())
        || !third.isNumber()
        || !expressions.standsAlone(i)
        || goesOn(i + 5)) {
      return null;
    }
    // Only a slash is a sign of dates with room around it; 5 - 3 - 2018 may be a sum.
    if (!separator.isMark("/") && !(separator.glued() && tokens.get(i + 2).glued())) {
      return null;
    }
    int second = tokens.get(i + 2).number();
    if (first.digits() == 4 && expressions.isYear(i) && third.digits() <= 2) {
      return new Parsed(
          expressions.afterEra(i + 5), Stated.ofDay(third.number(), second, first.number()));
    }
    if (first.digits() <= 2 && expressions.isYear(i + 4)) {
      return new Parsed(
          expressions.afterEra(i + 5), Stated.ofDay(first.number(), second, third.number()));
    }
    // 16/04/21: only all in two digits, joined, is a date and no sum.
    boolean short2 = first.digits() == 2 && tokens.get(i + 2).digits() == 2 && third.digits() == 2;
    return short2 && separator.isMark("/") && separator.glued() && third.glued()
        ? new Parsed(i + 5, Stated.ofDay(first.number(), second, fullYear(third.number())))
        : null;
  }

  private static int fullYear(int twoDigits) {
    return twoDigits < 70 ? 2000 + twoDigits : 1900 + twoDigits;
  }

  /** Day and month, 19/3, where the word before calls for a date; a score has no such word. */
  @Nullable Parsed dayAndMonth(int i) {
    Token first = tokens.get(i);
    Token second = tokens.get(i + 2);
    Token before = tokens.get(i - 1);
    boolean cued =
        before.is(Role.WEEKDAY)
            || before.is(Role.DAY_NOUN)
            || before.is(Role.CORRESPONDING)
            || (before.is(Role.CUE) && before.proclitics() == 0);
    boolean shaped =
        first.isNumber()
            && tokens.get(i + 1).isMark("/")
            && tokens.get(i + 1).glued()
            && second.isNumber()
            && second.glued()
            && first.digits() <= 2
            && second.digits() <= 2;
    boolean yearFollows = tokens.get(i + 3).isMark("،,") && expressions.isYear(i + 4);
    if (!(cued || yearFollows) || !shaped || !expressions.standsAlone(i) || goesOn(i + 3)) {
      return null;
    }
    int end = i + 3;
    int j = tokens.get(end).isMark("،,") ? end + 1 : end;
    boolean year = expressions.isYear(j) && expressions.endsClause(j + 1);
    if (!year && !expressions.endsClause(end)) {
      return null;
    }
    // The day first, as Arabic has it; 4/22 can only be the other order.
    boolean english = second.number() > 12 && first.number() <= 12;
    int day = english ? second.number() : first.number();
    int month = english ? first.number() : second.number();
    Stated stated = Stated.ofDay(day, month, year ? tokens.get(j).number() : 0);
    return month < 1 || month > 12 || day < 1 || day > 31
        ? null
        : new Parsed(year ? j + 1 : end, stated);
  }

  /** 2015/3, unless it numbers a law or a resolution. */
  @Nullable Parsed yearAndMonth(int i) {
    Token month = tokens.get(i + 2);
    String before = tokens.get(i - 1).base();
    boolean shaped =
        tokens.get(i).isNumber()
            && expressions.isYear(i)
            && expressions.standsAlone(i)
            && tokens.get(i + 1).isMark("/")
            && tokens.get(i + 1).glued()
            && month.glued()
            && month.digits() <= 2
            && month.number() >= 1
            && month.number() <= 12;
    boolean law = before.equals("رقم") || before.contains("قرار") || before.contains("قانون");
    return shaped && !law && !goesOn(i + 3) && expressions.endsClause(i + 3)
        ? new Parsed(i + 3, Stated.ofDay(0, month.number(), tokens.get(i).number()))
        : null;
  }

  private boolean goesOn(int i) {
    return tokens.get(i).glued()
        && tokens.get(i).isMark("./-")
        && tokens.get(i + 1).glued()
        && tokens.get(i + 1).isNumber();
  }
}
