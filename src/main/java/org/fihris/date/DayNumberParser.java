package org.fihris.date;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.fihris.date.ClauseTense.Tense;
import org.fihris.date.DateTokens.Token;
import org.fihris.date.RangeParser.Found;
import org.fihris.date.Resolver.Span;
import org.fihris.date.Word.Role;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of a day of the month whose month is not stated.
 *
 * <pre>
 * number = يوم 1..31 | في (1..31 | ordinal) | لل ordinal
 *        | weekday [في | الموافق] (1..31 | ordinal)
 * </pre>
 *
 * <p>It is the nearest such day, on the side of the anchor that the verb tells.
 */
final class DayNumberParser {

  private static final int MOST_WEEKDAYS_OF_MONTH = 5;

  private final DateTokens tokens;
  private final DayParser days;
  private final ExpressionParser expressions;
  private final ClauseTense tense;
  private final LocalDate anchor;

  DayNumberParser(DateTokens tokens, ExpressionParser expressions, LocalDate anchor) {
    this.tokens = tokens;
    this.days = new DayParser(tokens);
    this.expressions = expressions;
    this.tense = new ClauseTense(tokens);
    this.anchor = anchor;
  }

  /** يوم 27: the nearest day of that number, unless it counts something or comes every month. */
  @Nullable Found dayInDigits(int i) {
    Token number = tokens.get(i + 1);
    Token next = tokens.get(i + 2);
    boolean day = tokens.get(i).base().equals("يوم") && number.isNumber() && number.digits() <= 2;
    boolean goes = next.is(Role.TO) || next.isMark("/-.:") && tokens.get(i + 3).glued();
    if (!day || goes || !endsClause(next) || expressions.date(i + 1) != null) {
      return null;
    }
    return nearest(i, i + 2, number.number(), 0);
  }

  /**
   * في 15 and للثاني والعشرين at the end of a clause, where a number seldom counts anything; the
   * feminine, في الثانية والعشرين, is an age, and of the ordinals only compound ones are sure.
   */
  @Nullable Found bareDay(int i) {
    Token token = tokens.get(i);
    Parsed day = days.alone(i);
    boolean in = tokens.get(i - 1).text().equals("في");
    boolean compound =
        (in || token.text().startsWith("لل"))
            && day != null
            && day.end() == i + 2
            && !token.text().endsWith("ه");
    if (day == null || !endsClause(tokens.get(day.end())) || goesOn(day.end())) {
      return null;
    }
    return token.isNumber()
        ? (in ? nearest(i, i + 1, day.stated().day(), 0) : null)
        : compound ? nearest(i, day.end(), day.stated().day(), 0) : null;
  }

  private boolean goesOn(int i) {
    return tokens.get(i).isMark("/-.:٫،,–") && tokens.get(i + 1).glued();
  }

  private static boolean endsClause(Token next) {
    return next.text().isEmpty()
        || (!Character.isLetterOrDigit(next.text().charAt(0)) && !next.isMark("%٪$"));
  }

  /**
   * The nearest day of that number in this month or one beside it, with the weekday if stated, else
   * on the side of the anchor where the verb before {@code i} has it.
   */
  private @Nullable Found nearest(int i, int end, int number, int weekday) {
    Tense told = weekday == 0 ? tense.before(i) : Tense.OPEN;
    LocalDate best = null;
    for (int shift = -1; shift <= 1; shift++) {
      YearMonth month = YearMonth.from(anchor).plusMonths(shift);
      if (number < 1 || number > month.lengthOfMonth()) {
        continue;
      }
      LocalDate day = month.atDay(number);
      boolean fits = weekday == 0 || day.getDayOfWeek().getValue() == weekday;
      if (fits && agrees(told, day) && (best == null || distance(day) < distance(best))) {
        best = day;
      }
    }
    return best == null ? null : new Found(end, Span.ofDay(best));
  }

  private boolean agrees(Tense told, LocalDate day) {
    return switch (told) {
      case PAST -> !day.isAfter(anchor);
      case FUTURE -> !day.isBefore(anchor);
      case OPEN -> true;
    };
  }

  private long distance(LocalDate day) {
    return Math.abs(ChronoUnit.DAYS.between(anchor, day));
  }

  /**
   * الخميس 21, الجمعة في الثاني والعشرين: a day whose month is not stated, if it has that weekday;
   * السبت الثاني: the second of this month.
   */
  @Nullable Found withWeekday(int i) {
    int weekday = tokens.get(i).word().value();
    Token joint = tokens.get(i + 1);
    boolean in = joint.text().equals("في") || joint.is(Role.CORRESPONDING);
    int j = in ? i + 2 : i + 1;
    Token number = tokens.get(j);
    boolean definite = number.base().startsWith("ال") && !isHour(j);
    Parsed day = number.isNumber() || definite ? days.alone(j) : null;
    if (day == null && in && definite) {
      day = days.teen(j);
    }
    if (day == null
        || !(endsClause(tokens.get(day.end())) || isAppointment(i, day.end()))
        || goesOn(day.end())
        || (number.isNumber() && number.glued())) {
      return null;
    }
    int value = day.stated().day();
    if (number.isNumber() || in || value > MOST_WEEKDAYS_OF_MONTH) {
      return nearest(i, day.end(), value, weekday);
    }
    LocalDate nth = anchor.with(TemporalAdjusters.dayOfWeekInMonth(value, DayOfWeek.of(weekday)));
    return nth.getMonth() == anchor.getMonth() ? new Found(day.end(), Span.ofDay(nth)) : null;
  }

  /**
   * يوم الأربعاء 27 مع, الجمعة في الثاني حتى: a word that a counted noun cannot have been left out
   * before.
   */
  private boolean isAppointment(int weekday, int next) {
    Token token = tokens.get(next);
    boolean called = tokens.get(weekday - 1).is(Role.DAY_NOUN);
    return token.is(Role.TO) || (called && token.is(Role.FUNCTION));
  }

  /** الجمعة في الثانية is two o'clock, but في الثانية والعشرين and في الخمسة عشر a day. */
  private boolean isHour(int i) {
    return tokens.get(i).is(Role.ORDINAL)
        && tokens.get(i).text().endsWith("ه")
        && !tokens.get(i + 1).is(Role.TENS);
  }
}
