package org.fihris.date;

import java.time.LocalDate;
import org.fihris.date.DateTokens.Token;
import org.fihris.date.DayParser.Day;
import org.fihris.date.Word.Role;
import org.fihris.date.YearParser.Year;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of one calendar date. Every method tries one rule at one token and gives {@code null}
 * where it does not hold; none looks further than a few tokens.
 *
 * <pre>
 * date      = [weekday [direction] [, | الموافق | يوم]] (day-month | month-day | numeric)
 * day-month = (1..31 | ordinal) ([- | من] [شهر] (month [tail] | الشهر direction)
 *           | الجاري | من الشهر)
 * month-day = month 1..31 [,] year | year (. | / | -) month (. | / | -) 1..31
 * numeric   = as FigureParser has it
 * month     = (name | كانون ordinal | تشرين ordinal) [(month) | /month]
 * tail      = [, | من] [عام] year | [من] العام direction | direction
 * </pre>
 */
final class ExpressionParser {

  /**
   * A month.
   *
   * @param sure whether no reader would take it for another word: two traditions agree, or the name
   *     means nothing else
   */
  record Month(int end, int number, boolean sure) {}

  private static final String DASHES = "-–—";

  private final DateTokens tokens;
  private final DayParser days;
  private final YearParser years;
  private final FigureParser figures;
  private final @Nullable LocalDate anchor;
  private final @Nullable MonthOfAnchor ownMonth;

  ExpressionParser(DateTokens tokens, @Nullable LocalDate anchor) {
    this.tokens = tokens;
    this.days = new DayParser(tokens);
    this.years = new YearParser(tokens);
    this.figures = new FigureParser(tokens, anchor);
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
    Parsed monthDay = tokens.get(i).isNumber() ? yearMonthDay(i) : monthDay(i);
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
          && !(token.is(Role.DIRECTION) && anchor != null)
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
    int end = open >= 0 && tokens.get(date.end()).isMark(")") ? date.end() + 1 : date.end();
    return new Parsed(end, date.stated().withWeekday(tokens.get(i).word().value()));
  }

  private @Nullable Parsed dayMonth(int i) {
    Day day = days.orCardinal(i);
    if (day == null) {
      return null;
    }
    int j = day.end();
    if (tokens.get(i).isNumber() && tokens.get(j).isMark("./" + DASHES)) {
      j++;
    }
    if (tokens.get(j).is(Role.FROM)) {
      j++;
    }
    Parsed relative = ownMonth == null ? null : ownMonth.day(i, day.end(), j, day.number());
    if (relative != null) {
      return relative;
    }
    if (tokens.get(j).is(Role.MONTH_NOUN)) {
      j++;
    }
    Month month = month(j);
    return month == null ? null : tail(month.end, Stated.ofDay(day.number(), month.number, 0));
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
    Day day = days.at(joined ? month.end + 1 : month.end, joined);
    boolean article = first.text().startsWith("ال");
    if (day == null || !(first.isNumber() || (article && day.number() > 2))) {
      return null;
    }
    int j = tokens.get(day.end()).isMark("،,") ? day.end() + 1 : day.end();
    Stated stated = Stated.ofDay(day.number(), month.number, 0);
    Year year = years.at(j);
    if (year != null) {
      return new Parsed(years.afterEra(year.end()), stated.withYear(year.number()));
    }
    return joined || !first.isNumber() ? new Parsed(day.end(), stated) : null;
  }

  /** 2018/مايو/15, 2016. نوفمبر. 16: the year first, set apart by a mark. */
  private @Nullable Parsed yearMonthDay(int i) {
    Month month = years.isInDigits(i) && isSeparator(i + 1) ? month(i + 2) : null;
    Day day = month == null || !isSeparator(month.end) ? null : days.at(month.end + 1, true);
    return month == null || day == null || !ClauseEnd.at(tokens, day.end())
        ? null
        : new Parsed(day.end(), Stated.ofDay(day.number(), month.number, tokens.get(i).number()));
  }

  private boolean isSeparator(int i) {
    return tokens.get(i).isMark("./" + DASHES);
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
    Year year = years.at(j);
    if (year != null && !(tokens.get(j).isNumber() && isCounted(j))) {
      return new Parsed(years.afterEra(year.end()), stated.withYear(year.number()));
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
    Year year = years.at(yearNoun + 1);
    if (year != null) {
      return new Parsed(years.afterEra(year.end()), stated.withYear(year.number()));
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

  /** Whether a noun that counts stands behind the number: 2000 دولار. */
  private boolean isCounted(int i) {
    return tokens.get(i - 1).isMark("،,") && !ClauseEnd.at(tokens, i + 1);
  }

  static Direction directionOf(Token token) {
    return Direction.values()[token.word().value()];
  }
}
