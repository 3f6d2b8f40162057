package org.fihris.date;

import java.time.LocalDate;
import org.fihris.date.DateTokens.Token;
import org.fihris.date.Word.Role;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of one calendar date. Every method tries one rule at one token and gives {@code null}
 * where it does not hold; none looks further than a few tokens.
 *
 * <pre>
 * date      = [weekday [, | الموافق | يوم]] (day-month | month-day | numeric)
 * day-month = (1..31 | ordinal) ([- | من] [شهر] (month [tail] | الشهر direction)
 *           | الجاري | من الشهر)
 * month-day = month 1..31 [,] year
 * numeric   = as FigureParser has it
 * month     = (name | كانون ordinal | تشرين ordinal) [(month) | /month]
 * tail      = [, | من] [عام] year | [من] العام direction | direction
 * </pre>
 */
final class ExpressionParser {

  /**
   * A rule that held.
   *
   * @param end the token after its last
   */
  record Parsed(int end, Stated stated) {}

  /**
   * A month.
   *
   * @param sure whether no reader would take it for another word: two traditions agree, or the name
   *     means nothing else
   */
  record Month(int end, int number, boolean sure) {}

  /** A year of the Christian era. */
  record Year(int end, int number) {}

  private record Day(int end, int number) {}

  private static final int FIRST_YEAR = 1500;
  private static final int LAST_YEAR = 2199;
  private static final String DASHES = "-–—";

  private final DateTokens tokens;
  private final FigureParser figures;
  private final @Nullable LocalDate anchor;
  private final @Nullable MonthOfAnchor ownMonth;

  ExpressionParser(DateTokens tokens, @Nullable LocalDate anchor) {
    this.tokens = tokens;
    this.figures = new FigureParser(tokens, this);
    this.anchor = anchor;
    this.ownMonth = anchor == null ? null : new MonthOfAnchor(tokens, anchor);
  }

  /** A date with at least day and month. */
  @Nullable Parsed date(int i) {
    if (tokens.get(i).is(Role.WEEKDAY)) {
      return weekdayAndDate(i);
    }
    Parsed numeric = figures.date(i);
    if (numeric != null) {
      return numeric;
    }
    Parsed dayMonth = dayMonth(i);
    if (dayMonth != null) {
      return dayMonth;
    }
    Parsed monthDay = monthDay(i);
    if (monthDay != null) {
      return monthDay;
    }
    Parsed figure = figures.dayAndMonth(i);
    return figure == null && anchor != null ? figures.dayAndMonthWithZero(i) : figure;
  }

  private @Nullable Parsed weekdayAndDate(int i) {
    int j = i + 1;
    int open = -1;
    for (int skipped = 0; skipped < 3; skipped++, j++) {
      Token token = tokens.get(j);
      if (token.isMark("(")) {
        open = j;
      } else if (!token.isMark("،,/|" + DASHES)
          && !token.is(Role.CORRESPONDING)
          && !token.is(Role.DAY_NOUN)
          && !token.text().equals("في")) {
        break;
      }
    }
    if (tokens.get(j).is(Role.WEEKDAY)) {
      return null;
    }
    Parsed date = date(j);
    if (date == null) {
      return null;
    }
    int end = open >= 0 && tokens.get(date.end).isMark(")") ? date.end + 1 : date.end;
    return new Parsed(end, date.stated.withWeekday(tokens.get(i).word().value()));
  }

  private @Nullable Parsed dayMonth(int i) {
    Day day = dayOrCardinal(i);
    if (day == null) {
      return null;
    }
    int j = day.end;
    if (tokens.get(i).isNumber() && tokens.get(j).isMark("./" + DASHES)) {
      j++;
    }
    if (tokens.get(j).is(Role.FROM)) {
      j++;
    }
    Parsed relative = ownMonth == null ? null : ownMonth.day(i, day.end, j, day.number);
    if (relative != null) {
      return relative;
    }
    if (tokens.get(j).is(Role.MONTH_NOUN)) {
      j++;
    }
    Month month = month(j);
    return month == null ? null : tail(month.end, Stated.ofDay(day.number, month.number, 0));
  }

  /**
   * The English order: فبراير 13, 2025. A number needs the year or a joining dash, since "مارس 3"
   * could be anything; an ordinal does not.
   */
  private @Nullable Parsed monthDay(int i) {
    Month month = month(i);
    if (month == null) {
      return null;
    }
    boolean joined = tokens.get(month.end).isMark(DASHES) && tokens.get(month.end).glued();
    Token first = tokens.get(joined ? month.end + 1 : month.end);
    Day day = day(joined ? month.end + 1 : month.end, joined);
    boolean article = first.text().startsWith("ال");
    if (day == null || !(first.isNumber() || (article && day.number > 2))) {
      return null;
    }
    int j = tokens.get(day.end).isMark("،,") ? day.end + 1 : day.end;
    Stated stated = Stated.ofDay(day.number, month.number, 0);
    Year year = yearAt(j);
    if (year != null) {
      return new Parsed(afterEra(year.end), stated.withYear(year.number));
    }
    return joined || !first.isNumber() ? new Parsed(day.end, stated) : null;
  }

  /** A year and month in figures. */
  @Nullable Parsed yearAndMonth(int i) {
    return figures.yearAndMonth(i);
  }

  /** A month with a year, or with a direction. */
  @Nullable Parsed monthAndTail(int i) {
    Month month = month(i);
    if (month == null) {
      return null;
    }
    return tail(month.end, Stated.ofDay(0, month.number, 0));
  }

  /** The year or direction that may follow a month; the expression as it is where none does. */
  private Parsed tail(int i, Stated stated) {
    int j = i;
    if (tokens.get(j).isMark("./،," + DASHES)) {
      j++;
    }
    Year year = yearAt(j);
    if (year != null && !(tokens.get(j).isNumber() && isCounted(j))) {
      return new Parsed(afterEra(year.end), stated.withYear(year.number));
    }
    j = tokens.get(i).is(Role.FROM) ? i + 1 : i;
    if (tokens.get(j).is(Role.YEAR_NOUN)) {
      Parsed withYear = yearNounTail(j, stated);
      if (withYear != null) {
        return withYear;
      }
    }
    if (tokens.get(i).is(Role.DIRECTION)) {
      return new Parsed(
          i + 1,
          new Stated(
              stated.weekday(), stated.day(), stated.month(), 0, directionOf(tokens.get(i))));
    }
    return new Parsed(i, stated);
  }

  private @Nullable Parsed yearNounTail(int yearNoun, Stated stated) {
    Token next = tokens.get(yearNoun + 1);
    Year year = yearAt(yearNoun + 1);
    if (year != null) {
      return new Parsed(afterEra(year.end), stated.withYear(year.number));
    }
    if (next.is(Role.DIRECTION) && anchor != null) {
      int relative = anchor.getYear() + directionOf(next).sign();
      return new Parsed(yearNoun + 2, stated.withYear(relative));
    }
    return null;
  }

  /** A month's name, with the same month's name of another tradition beside it or not. */
  @Nullable Month month(int i) {
    Month first = monthName(i);
    if (first == null) {
      return null;
    }
    int j = first.end;
    boolean bracket = tokens.get(j).isMark("([");
    if (!bracket && !tokens.get(j).isMark("/" + DASHES)) {
      return first;
    }
    Month second = monthName(j + 1);
    if (second == null || second.number != first.number) {
      return first;
    }
    int end = bracket && tokens.get(second.end).isMark(")]") ? second.end + 1 : second.end;
    return new Month(end, first.number, true);
  }

  private @Nullable Month monthName(int i) {
    Token token = tokens.get(i);
    if (token.is(Role.MONTH)) {
      return new Month(i + 1, token.word().value(), !token.word().ambiguous());
    }
    Token ordinal = tokens.get(i + 1);
    if (!token.is(Role.MONTH_STEM)) {
      return null;
    }
    int which = ordinal.is(Role.ORDINAL) ? ordinal.word().value() : ordinal.number();
    if ((which != 1 && which != 2) || ordinal.digits() > 6) {
      return null;
    }
    int number = (token.word().value() + which - 2) % 12 + 1;
    return new Month(i + 2, number, true);
  }

  /** A day of the month alone, as the first end of a range has it. */
  @Nullable Parsed bareDay(int i) {
    Day day = day(i, false);
    return day == null ? null : new Parsed(day.end, Stated.ofDay(day.number, 0, 0));
  }

  /** A day from the eleventh to the nineteenth as a number in words: الخمسة عشر. */
  @Nullable Parsed teen(int i) {
    NumberWords.Number number = NumberWords.words(tokens, i);
    return number != null && number.value() > 10 && number.value() < 20
        ? new Parsed(number.end(), Stated.ofDay(number.value(), 0, 0))
        : null;
  }

  /** A day before its month may also be a number in words: واحد وعشرين مايو. */
  private @Nullable Day dayOrCardinal(int i) {
    Token token = tokens.get(i);
    if (!token.is(Role.CARDINAL)) {
      return day(i, false);
    }
    NumberWords.Number number = NumberWords.words(tokens, i);
    return number != null && number.value() <= 31 ? new Day(number.end(), number.value()) : null;
  }

  /**
   * A day of the month in digits or as an ordinal.
   *
   * @param joined whether the mark before a number is known to join it to its month
   */
  private @Nullable Day day(int i, boolean joined) {
    Token token = tokens.get(i);
    if (token.isNumber()) {
      boolean fits = token.digits() <= 2 && token.number() >= 1 && token.number() <= 31;
      return fits && (joined || standsAlone(i) || endsShortRange(i))
          ? new Day(i + 1, token.number())
          : null;
    }
    if (token.is(Role.TENS)) {
      return new Day(i + 1, token.word().value());
    }
    if (!token.is(Role.ORDINAL)) {
      return null;
    }
    int unit = token.word().value();
    Token next = tokens.get(i + 1);
    if (next.is(Role.TEEN)) {
      return new Day(i + 2, unit + 10);
    }
    if (next.is(Role.TENS) && next.proclitics() == 1) {
      int number = unit + next.word().value();
      return number <= 31 ? new Day(i + 2, number) : null;
    }
    return new Day(i + 1, unit);
  }

  /** Whether a number is not the later part of a longer figure: 1.15, 2-5, +20. */
  boolean standsAlone(int i) {
    Token before = tokens.get(i - 1);
    if (!tokens.get(i).glued()) {
      return true;
    }
    if (before.isMark("+#$€£&=_")) {
      return false;
    }
    boolean joint = before.isMark(".,:/٫٬'" + DASHES);
    return !(joint && tokens.get(i - 2).isNumber() && before.glued()) || followsTime(i);
  }

  /** Whether a dash joins the number to a time of day: 16:42-13. */
  private boolean followsTime(int i) {
    Token hour = tokens.get(i - 4);
    return tokens.get(i - 1).isMark(DASHES)
        && tokens.get(i - 2).digits() == 2
        && tokens.get(i - 3).isMark(":")
        && tokens.get(i - 3).glued()
        && hour.isNumber()
        && hour.number() < 24;
  }

  /** The 11 of 4-11 نوفمبر, where a longer chain of figures would be a telephone number. */
  private boolean endsShortRange(int i) {
    Token first = tokens.get(i - 2);
    return tokens.get(i - 1).isMark(DASHES)
        && first.isNumber()
        && first.digits() <= 2
        && standsAlone(i - 2);
  }

  /** A year in four digits, or in words from 1500 on. */
  @Nullable Year yearAt(int i) {
    if (tokens.get(i).isNumber()) {
      return isYear(i) ? new Year(i + 1, tokens.get(i).number()) : null;
    }
    NumberWords.Number words = NumberWords.words(tokens, i);
    return words != null && words.value() >= FIRST_YEAR && words.value() <= LAST_YEAR
        ? new Year(words.end(), words.value())
        : null;
  }

  /** Whether the token is a year in four digits and of the Christian era. */
  boolean isYear(int i) {
    Token token = tokens.get(i);
    return token.digits() == 4
        && token.number() >= FIRST_YEAR
        && token.number() <= LAST_YEAR
        && !tokens.get(i + 1).is(Role.HIJRI_ERA)
        && !isFraction(i);
  }

  private boolean isFraction(int i) {
    Token next = tokens.get(i + 1);
    return next.isMark("%٪")
        || (next.glued()
            && next.isMark(".,٫٬")
            && tokens.get(i + 2).glued()
            && tokens.get(i + 2).isNumber());
  }

  /** Whether a noun that counts stands behind the number: 2000 دولار. */
  private boolean isCounted(int i) {
    return tokens.get(i - 1).isMark("،,") && !endsClause(i + 1);
  }

  /** Whether no noun stands at {@code i} that the number before it could count. */
  boolean endsClause(int i) {
    Token token = tokens.get(i);
    if (token.isMark("%٪$€£+*")) {
      return false;
    }
    boolean isWord = !token.text().isEmpty() && Character.isLetter(token.text().charAt(0));
    return !isWord || continuesClause(token);
  }

  private static boolean continuesClause(Token token) {
    return switch (token.word().role()) {
      case FUNCTION, CUE, AFTER, TO, BETWEEN, CHRISTIAN_ERA, PART, SEASON, THIS, BEFORE -> true;
      case OTHER -> token.text().startsWith("و") || token.text().startsWith("ال");
      case WEEKDAY, MONTH, MONTH_STEM, HIJRI_MONTH, ORDINAL, TEEN, TENS, DIRECTION -> false;
      case RELATIVE_DAY, TOMORROW_NOUN, DAY_NOUN, MONTH_NOUN, YEAR_NOUN, YEARS_NOUN -> false;
      case FROM, CORRESPONDING, HIJRI_ERA, LATER, WEEKEND, REST, LAST, CARDINAL -> false;
      case WEEK_NOUN, UNIT, CENTURY, DECADE, FRACTION -> false;
    };
  }

  int afterEra(int i) {
    return tokens.get(i).is(Role.CHRISTIAN_ERA) ? i + 1 : i;
  }

  static Direction directionOf(Token token) {
    return Direction.values()[token.word().value()];
  }
}
