package org.fihris.date;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import org.fihris.date.DateTokens.Token;
import org.fihris.date.RangeParser.Found;
import org.fihris.date.Resolver.Span;
import org.fihris.date.Word.Role;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of expressions that count from an anchor.
 *
 * <pre>
 * relative = (اليوم | أمس [الأول] | (أول [من] | قبل) أمس | غدا | بعد [يوم] غد) [[(] weekday [)]]
 *          | weekday [[قبل | بعد] direction] | weekday [في | الموافق] (1..31 | ordinal)
 *          | الشهر direction | العام direction | هذا (الشهر | العام)
 * </pre>
 */
final class RelativeParser {

  /** Before غدا these say that it is the verb; a word such as ستعقد only ends like them. */
  private static final Set<String> HAS = Set.of("قد", "وقد", "فقد", "لقد", "ولقد");

  private static final int MOST_WEEKDAYS_OF_MONTH = 5;

  private final DateTokens tokens;
  private final ExpressionParser expressions;
  private final LocalDate anchor;

  RelativeParser(DateTokens tokens, LocalDate anchor) {
    this.tokens = tokens;
    this.expressions = new ExpressionParser(tokens, anchor);
    this.anchor = anchor;
  }

  @Nullable Found at(int i) {
    Token token = tokens.get(i);
    return token.isNumber() ? bareDay(i) : ofRole(i, token);
  }

  private @Nullable Found ofRole(int i, Token token) {
    return switch (token.word().role()) {
      case RELATIVE_DAY -> relativeDay(i, token.word().value());
      case TOMORROW_NOUN -> isPartOfDay(i - 1) ? withWeekday(i + 1, anchor.plusDays(1)) : null;
      case ORDINAL -> isFirst(token) ? dayBeforeYesterday(i) : bareDay(i);
      case AFTER -> dayAfterTomorrow(i);
      case WEEKDAY -> weekday(i);
      case MONTH_NOUN -> month(i);
      case YEAR_NOUN -> year(i);
      case THIS -> thisDay(i);
      case DAY_NOUN -> dayInDigits(i);
      case BEFORE -> isYesterday(i + 1) && !isFirst(tokens.get(i + 2)) ? dayBefore(i + 1) : null;
      case OTHER, MONTH, MONTH_STEM, HIJRI_MONTH, TEEN, TENS, DIRECTION -> null;
      case YEARS_NOUN, CUE, FROM, TO, BETWEEN, CORRESPONDING -> null;
      case CHRISTIAN_ERA, HIJRI_ERA, FUNCTION, WEEK_NOUN, UNIT, CENTURY, DECADE -> null;
      case SEASON, FRACTION, PART, CARDINAL, LAST, REST, LATER, WEEKEND -> null;
    };
  }

  /** الغد as the end of a range, where no part of a day need stand before it. */
  Found tomorrow(int i) {
    return withWeekday(i + 1, anchor.plusDays(1));
  }

  /** هذا الخميس, هذا يوم الخميس: the nearest one to come, the anchor itself included. */
  private @Nullable Found thisDay(int i) {
    int j = tokens.get(i + 1).is(Role.DAY_NOUN) ? i + 2 : i + 1;
    Token weekday = tokens.get(j);
    if (!weekday.is(Role.WEEKDAY) || weekday.proclitics() > 0 || weekday.word().ambiguous()) {
      return null;
    }
    int from = anchor.getDayOfWeek().getValue();
    int days = Math.floorMod(weekday.word().value() - from, 7);
    return new Found(j + 1, Span.ofDay(anchor.plusDays(days)));
  }

  private @Nullable Found relativeDay(int i, int days) {
    String before = tokens.get(i - 1).text();
    Token after = tokens.get(i + 1);
    if (days == 0 && after.is(Role.DIRECTION)) {
      return towards(i + 2, after);
    }
    if (after.is(Role.BEFORE) && tokens.get(i + 2).is(Role.DIRECTION)) {
      return new Found(i + 3, Span.ofDay(anchor.minusDays(2))); // الليلة قبل الماضية
    }
    boolean named = DateWords.spoilsRelative(after.text());
    if (days == 0 && (DateWords.spoilsToday(before) || named || isOrdinal(after))) {
      return null;
    }
    if (days == -1 && isFirst(after)) {
      return withWeekday(i + 2, anchor.minusDays(2));
    }
    // قد غدا is the verb "has become".
    return named || HAS.contains(before) ? null : withWeekday(i + 1, anchor.plusDays(days));
  }

  /** اليوم القادم, الليلة الماضية. */
  private @Nullable Found towards(int end, Token direction) {
    int sign = ExpressionParser.directionOf(direction).sign();
    boolean night = tokens.get(end - 2).base().equals("الليله");
    return sign > 0 || (sign < 0 && night)
        ? new Found(end, Span.ofDay(anchor.plusDays(sign)))
        : null;
  }

  /** يوم 27: the nearest day of that number, unless it counts something or comes every month. */
  private @Nullable Found dayInDigits(int i) {
    Token number = tokens.get(i + 1);
    Token next = tokens.get(i + 2);
    boolean day = tokens.get(i).base().equals("يوم") && number.isNumber() && number.digits() <= 2;
    boolean goes = next.is(Role.TO) || next.isMark("/-.:") && tokens.get(i + 3).glued();
    if (!day || goes || !endsClause(next) || expressions.date(i + 1) != null) {
      return null;
    }
    return nearest(i + 2, number.number(), 0);
  }

  /**
   * في 15 and للثاني والعشرين at the end of a clause, where a number seldom counts anything; the
   * feminine, في الثانية والعشرين, is an age, and of the ordinals only compound ones are sure.
   */
  private @Nullable Found bareDay(int i) {
    Token token = tokens.get(i);
    ExpressionParser.Parsed day = expressions.bareDay(i);
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
        ? (in ? nearest(i + 1, day.stated().day(), 0) : null)
        : compound ? nearest(day.end(), day.stated().day(), 0) : null;
  }

  private boolean goesOn(int i) {
    return tokens.get(i).isMark("/-.:٫،,–") && tokens.get(i + 1).glued();
  }

  private static boolean endsClause(Token next) {
    return next.text().isEmpty()
        || (!Character.isLetterOrDigit(next.text().charAt(0)) && !next.isMark("%٪$"));
  }

  /** The nearest day of that number in this month or one beside it, with the weekday if stated. */
  private @Nullable Found nearest(int end, int number, int weekday) {
    LocalDate best = null;
    for (int shift = -1; shift <= 1; shift++) {
      YearMonth month = YearMonth.from(anchor).plusMonths(shift);
      if (number < 1 || number > month.lengthOfMonth()) {
        continue;
      }
      LocalDate day = month.atDay(number);
      boolean fits = weekday == 0 || day.getDayOfWeek().getValue() == weekday;
      if (fits && (best == null || distance(day) < distance(best))) {
        best = day;
      }
    }
    return best == null ? null : new Found(end, Span.ofDay(best));
  }

  private long distance(LocalDate day) {
    return Math.abs(ChronoUnit.DAYS.between(anchor, day));
  }

  /**
   * الخميس 21, الجمعة في الثاني والعشرين: a day whose month is not stated, if it has that weekday;
   * السبت الثاني: the second of this month.
   */
  private @Nullable Found numberedWeekday(int i) {
    int weekday = tokens.get(i).word().value();
    Token joint = tokens.get(i + 1);
    boolean in = joint.text().equals("في") || joint.is(Role.CORRESPONDING);
    int j = in ? i + 2 : i + 1;
    Token number = tokens.get(j);
    boolean definite = number.base().startsWith("ال") && !isHour(j);
    ExpressionParser.Parsed day = number.isNumber() || definite ? expressions.bareDay(j) : null;
    if (day == null && in && definite) {
      day = expressions.teen(j);
    }
    if (day == null
        || !(endsClause(tokens.get(day.end())) || isAppointment(i, day.end()))
        || goesOn(day.end())
        || (number.isNumber() && number.glued())) {
      return null;
    }
    int value = day.stated().day();
    if (number.isNumber() || in || value > MOST_WEEKDAYS_OF_MONTH) {
      return nearest(day.end(), value, weekday);
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

  /** الجمعة في الثانية is two o'clock, but في الثانية والعشرين a day. */
  private boolean isHour(int i) {
    return tokens.get(i).text().endsWith("ه") && !tokens.get(i + 1).is(Role.TENS);
  }

  private @Nullable Found dayBeforeYesterday(int i) {
    int j = tokens.get(i + 1).is(Role.FROM) ? i + 2 : i + 1;
    return isFirst(tokens.get(i)) && isYesterday(j) ? dayBefore(j) : null;
  }

  private Found dayBefore(int yesterday) {
    return withWeekday(yesterday + 1, anchor.minusDays(2));
  }

  private boolean isYesterday(int i) {
    return tokens.get(i).is(Role.RELATIVE_DAY) && tokens.get(i).word().value() == -1;
  }

  private @Nullable Found dayAfterTomorrow(int i) {
    int j = tokens.get(i + 1).is(Role.DAY_NOUN) ? i + 2 : i + 1;
    Token next = tokens.get(j);
    boolean tomorrow = next.word().value() == 1;
    return tomorrow && (next.is(Role.TOMORROW_NOUN) || next.is(Role.RELATIVE_DAY))
        ? withWeekday(j + 1, anchor.plusDays(2))
        : null;
  }

  /** The day, or the one nearest to it that has the weekday which follows. */
  private Found withWeekday(int end, LocalDate day) {
    boolean bracket = tokens.get(end).isMark("(");
    int j = bracket || tokens.get(end).isMark("،,") ? end + 1 : end;
    Token weekday = tokens.get(j);
    if (!weekday.is(Role.WEEKDAY) || weekday.word().ambiguous() || weekday.proclitics() > 0) {
      return new Found(end, Span.ofDay(day));
    }
    int last = bracket && tokens.get(j + 1).isMark(")") ? j + 2 : j + 1;
    return new Found(last, Span.ofDay(Resolver.nearestWeekday(day, weekday.word().value())));
  }

  private @Nullable Found weekday(int i) {
    Token token = tokens.get(i);
    Token next = tokens.get(i + 1);
    Found numbered = token.word().ambiguous() ? null : numberedWeekday(i);
    if (numbered != null) {
      return numbered;
    }
    if (token.word().ambiguous()
        || isOrdinal(next)
        || DateWords.spoilsWeekday(nounBefore(i), next.text())) {
      return null;
    }
    int weekday = token.word().value();
    Shift shift = Shift.at(tokens, i + 1);
    if (shift != null) {
      Direction direction = Direction.values()[Integer.signum(shift.by()) + 1];
      LocalDate day = Resolver.weekday(anchor, weekday, direction);
      boolean twice = Math.abs(shift.by()) > 1;
      return new Found(
          shift.end(), Span.ofDay(twice ? day.plusWeeks(Integer.signum(shift.by())) : day));
    }
    return DateWords.tellsOfBefore(next.text())
            || isOfSomeWeek(i + 1)
            || isHabit(i)
            || isHabit(i - 2)
        ? null
        : new Found(i + 1, Span.ofDay(Resolver.lastWeekday(anchor, weekday)));
  }

  /** The word before, but for يوم: صلاة يوم الجمعة names no day either. */
  private String nounBefore(int i) {
    Token before = tokens.get(i - 1);
    return before.is(Role.DAY_NOUN) ? tokens.get(i - 2).text() : before.text();
  }

  /** من الأحد إلى الخميس: every week. */
  private boolean isHabit(int first) {
    Token last = tokens.get(first + 2);
    return tokens.get(first - 1).is(Role.FROM)
        && tokens.get(first).is(Role.WEEKDAY)
        && tokens.get(first + 1).is(Role.TO)
        && last.is(Role.WEEKDAY)
        && !tokens.get(first + 3).is(Role.DIRECTION);
  }

  /** من الأسبوع المقبل: where a week begins differs between countries. */
  private boolean isOfSomeWeek(int i) {
    int j = tokens.get(i).is(Role.FROM) ? i + 1 : i;
    return tokens.get(j).text().equals("الاسبوع") || tokens.get(j + 1).text().equals("الاسبوع");
  }

  private @Nullable Found month(int i) {
    Token next = tokens.get(i + 1);
    YearMonth now = YearMonth.from(anchor);
    if (!isDefinite(i)) {
      return null;
    }
    if (next.is(Role.DIRECTION)) {
      int shift = ExpressionParser.directionOf(next).sign();
      return new Found(i + 2, Span.ofMonth(now.plusMonths(shift)));
    }
    return isThis(i - 1) ? new Found(i + 1, Span.ofMonth(now)) : null;
  }

  private @Nullable Found year(int i) {
    Token next = tokens.get(i + 1);
    if (!isDefinite(i)) {
      return null;
    }
    if (next.is(Role.DIRECTION)) {
      int shift = ExpressionParser.directionOf(next).sign();
      return new Found(i + 2, Span.ofYear(anchor.getYear() + shift));
    }
    return isThis(i - 1) ? new Found(i + 1, Span.ofYear(anchor.getYear())) : null;
  }

  private boolean isDefinite(int i) {
    Token token = tokens.get(i);
    return token.text().startsWith("ال", token.proclitics()) || token.text().startsWith("لل");
  }

  private boolean isThis(int i) {
    String text = tokens.get(i).text();
    return text.endsWith("هذا") || text.endsWith("هذه");
  }

  private boolean isPartOfDay(int i) {
    return tokens.get(i).is(Role.DAY_NOUN);
  }

  private static boolean isOrdinal(Token token) {
    return token.is(Role.ORDINAL) || (token.is(Role.TENS) && token.proclitics() == 0);
  }

  private static boolean isFirst(Token token) {
    return token.is(Role.ORDINAL) && token.word().value() == 1;
  }
}
