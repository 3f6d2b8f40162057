package org.fihris.date;

import java.time.LocalDate;
import org.fihris.date.DateTokens.Token;
import org.fihris.date.Word.Role;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of dates in figures alone, the day before the month.
 *
 * <pre>
 * figures = d/M/yyyy | d-M-yyyy | d.M.yyyy | yyyy-M-d | yyyy/M/d | yyyy.M.d | d/M/yy | d-M-yy
 *         | dd/MM | d/M behind a weekday, يوم, في or بتاريخ | d-M and d.M behind يوم or بتاريخ
 *         | dd/MM, yy | yy/MM/dd | yyyy/M | yyyy-M | M/yyyy | M-yyyy
 * </pre>
 *
 * <p>Where the second figure can be no month and the first can, the month came first: 9/18/2015.
 * Two digits behind a comma are a year, and before the month one, only near that of the anchor.
 */
final class FigureParser {

  private final DateTokens tokens;
  private final DayParser days;
  private final YearParser years;
  private final @Nullable LocalDate anchor;

  FigureParser(DateTokens tokens, @Nullable LocalDate anchor) {
    this.tokens = tokens;
    this.days = new DayParser(tokens);
    this.years = new YearParser(tokens);
    this.anchor = anchor;
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
        || !days.standsAlone(i)
        || goesOn(i + 5)) {
      return null;
    }
    // Only a slash is a sign of dates with room around it; 5 - 3 - 2018 may be a sum.
    if (!separator.isMark("/") && !(separator.glued() && tokens.get(i + 2).glued())) {
      return null;
    }
    if (tokens.get(i + 2).digits() > 2) {
      return null;
    }
    int second = tokens.get(i + 2).number();
    if (first.digits() == 4 && isYearNumber(first) && third.digits() <= 2) {
      return new Parsed(
          years.afterEra(i + 5), Stated.ofDay(third.number(), second, first.number()));
    }
    if (first.digits() <= 2 && years.isInDigits(i + 4)) {
      return new Parsed(
          years.afterEra(i + 5), Stated.ofDay(first.number(), second, third.number()));
    }
    return shortYear(i);
  }

  /**
   * 16/04/21, 18-9-15: a year in two digits counts where the figures are joined and no sum, score
   * or version could be meant; a dot never is enough.
   */
  private @Nullable Parsed shortYear(int i) {
    Token first = tokens.get(i);
    Token second = tokens.get(i + 2);
    Token third = tokens.get(i + 4);
    boolean joined = tokens.get(i + 1).glued() && second.glued() && third.glued();
    if (!joined || first.digits() > 2 || third.digits() != 2 || tokens.get(i + 1).isMark(".")) {
      return null;
    }
    boolean full = first.digits() == 2 && second.digits() == 2;
    if (full && isYearFirst(first, second, third)) {
      return new Parsed(
          i + 5, Stated.ofDay(third.number(), second.number(), fullYear(first.number())));
    }
    return isDay(first.number(), second.number()) && (full || !isCountedOrScored(i))
        ? new Parsed(i + 5, Stated.ofDay(first.number(), second.number(), fullYear(third.number())))
        : null;
  }

  /** 16/04/21 in 2016: the last figures name no year near the anchor, but the first ones do. */
  private boolean isYearFirst(Token first, Token second, Token third) {
    return isNear(first.number())
        && !isNear(third.number())
        && second.number() >= 1
        && second.number() <= 12
        && third.number() >= 1
        && third.number() <= 31;
  }

  /** Whether a year in two digits is that of the anchor or one beside it. */
  private boolean isNear(int twoDigits) {
    return anchor != null && Math.abs(fullYear(twoDigits) - anchor.getYear()) <= 1;
  }

  /** Whether the figures are a day and a month in either order. */
  private static boolean isDay(int first, int second) {
    int less = Math.min(first, second);
    return less >= 1 && less <= 12 && Math.max(first, second) <= 31;
  }

  /** Whether the figures are the way a team plays, sets of a match, or a number of something. */
  private boolean isCountedOrScored(int i) {
    return !ClauseEnd.at(tokens, i + 5) || tokens.get(i - 1).isNumber();
  }

  /** As isYear of the expressions, which would take 2015.9 of 2015.9.18 for a decimal. */
  private static boolean isYearNumber(Token token) {
    return token.number() >= 1500 && token.number() <= 2199;
  }

  private static int fullYear(int twoDigits) {
    return twoDigits < 70 ? 2000 + twoDigits : 1900 + twoDigits;
  }

  /** Day and month, 19/3, where the word before calls for a date; a score has no such word. */
  @Nullable Parsed dayAndMonth(int i) {
    Token before = tokens.get(i - 1);
    boolean called = before.is(Role.DAY_NOUN) || before.is(Role.CORRESPONDING);
    boolean cued =
        called
            || before.is(Role.WEEKDAY)
            || (before.is(Role.CUE) && before.proclitics() == 0 && !before.base().equals("موسم"));
    return dayAndMonth(i, cued, called ? "/-." : "/");
  }

  /** 22/04: neither a score nor a share is written with a zero in front, but a law may be. */
  @Nullable Parsed dayAndMonthWithZero(int i) {
    Token first = tokens.get(i);
    Token second = tokens.get(i + 2);
    boolean zero = first.text().startsWith("0") || second.text().startsWith("0");
    boolean full = zero && first.digits() == 2 && second.digits() == 2;
    boolean season = tokens.get(i - 1).base().equals("موسم");
    return full && !season && !isNumberOfPaper(i) ? dayAndMonth(i, true, "/") : null;
  }

  private @Nullable Parsed dayAndMonth(int i, boolean cued, String separators) {
    Token first = tokens.get(i);
    Token second = tokens.get(i + 2);
    boolean shaped =
        first.isNumber()
            && tokens.get(i + 1).isMark(separators)
            && tokens.get(i + 1).glued()
            && second.isNumber()
            && second.glued()
            && first.digits() <= 2
            && second.digits() <= 2;
    boolean yearFollows =
        tokens.get(i + 3).isMark("،,") && (years.isInDigits(i + 4) || isShortYear(i));
    if (!(cued || yearFollows) || !shaped || !days.standsAlone(i) || goesOn(i + 3)) {
      return null;
    }
    if (isShortYear(i)) {
      Stated stated =
          Stated.ofDay(first.number(), second.number(), fullYear(tokens.get(i + 4).number()));
      return isDay(first.number(), second.number()) ? new Parsed(i + 5, stated) : null;
    }
    int end = i + 3;
    int j = tokens.get(end).isMark("،,") ? end + 1 : end;
    boolean year = years.isInDigits(j) && ClauseEnd.at(tokens, j + 1);
    if (!year && !ClauseEnd.at(tokens, end)) {
      return null;
    }
    Stated stated =
        Stated.ofDay(first.number(), second.number(), year ? tokens.get(j).number() : 0);
    return isDay(first.number(), second.number()) ? new Parsed(year ? j + 1 : end, stated) : null;
  }

  /** 11/12, 16 in 2016: a year in two digits that is near the anchor and counts nothing. */
  private boolean isShortYear(int i) {
    Token year = tokens.get(i + 4);
    return tokens.get(i).digits() == 2
        && tokens.get(i + 2).digits() == 2
        && tokens.get(i + 3).isMark("،,")
        && year.isNumber()
        && year.digits() == 2
        && isNear(year.number())
        && !goesOn(i + 5)
        && ClauseEnd.at(tokens, i + 5);
  }

  /** 2015/3 and 3/2015, unless it numbers a law or a resolution. */
  @Nullable Parsed yearAndMonth(int i) {
    boolean yearFirst = tokens.get(i).digits() == 4;
    int year = yearFirst ? i : i + 2;
    Token month = tokens.get(yearFirst ? i + 2 : i);
    boolean shaped =
        tokens.get(i).isNumber()
            && tokens.get(i + 2).isNumber()
            && years.isInDigits(year)
            && days.standsAlone(i)
            && tokens.get(i + 1).isMark("/-")
            && tokens.get(i + 1).glued()
            && tokens.get(i + 2).glued()
            && month.digits() <= 2
            && month.number() >= 1
            && month.number() <= 12;
    // 2011/12 is a season or a financial year.
    boolean season =
        yearFirst && month.digits() == 2 && month.number() == (tokens.get(year).number() + 1) % 100;
    return shaped && !season && !isNumberOfPaper(i) && !goesOn(i + 3) && ClauseEnd.at(tokens, i + 3)
        ? new Parsed(i + 3, Stated.ofDay(0, month.number(), tokens.get(year).number()))
        : null;
  }

  /** Whether the word before, or the one before it, is that of a law, a resolution or an issue. */
  private boolean isNumberOfPaper(int i) {
    return isPaper(tokens.get(i - 1).base()) || isPaper(tokens.get(i - 2).base());
  }

  private static boolean isPaper(String noun) {
    return noun.equals("رقم")
        || noun.equals("عدد")
        || noun.equals("العدد")
        || noun.contains("قرار")
        || noun.contains("قانون")
        || noun.contains("مرسوم")
        || noun.contains("ظهير")
        || noun.contains("ملف")
        || noun.contains("قضيه");
  }

  private boolean goesOn(int i) {
    return tokens.get(i).glued()
        && tokens.get(i).isMark("./-")
        && tokens.get(i + 1).glued()
        && tokens.get(i + 1).isNumber();
  }
}
