package org.fihris.date;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
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
 *          | weekday [و weekday] [[قبل | بعد] direction] | what DayNumberParser has
 *          | الشهر direction | العام direction | هذا (الشهر | العام)
 * </pre>
 *
 * <p>A bare weekday is the last one, behind a verb of what is to come the next one; the anchor's
 * own day counts in either case.
 */
final class RelativeParser {

  /** Before غدا these say that it is the verb; a word such as ستعقد only ends like them. */
  private static final Set<String> HAS = Set.of("قد", "وقد", "فقد", "لقد", "ولقد");

  private final DateTokens tokens;
  private final DayNumberParser numbers;
  private final ClauseTense tense;
  private final LocalDate anchor;

  RelativeParser(DateTokens tokens, LocalDate anchor) {
    this.tokens = tokens;
    this.numbers = new DayNumberParser(tokens, new ExpressionParser(tokens, anchor), anchor);
    this.tense = new ClauseTense(tokens);
    this.anchor = anchor;
  }

  @Nullable Found at(int i) {
    Token token = tokens.get(i);
    return token.isNumber() ? numbers.bareDay(i) : ofRole(i, token);
  }

  private @Nullable Found ofRole(int i, Token token) {
    return switch (token.word().role()) {
      case RELATIVE_DAY -> relativeDay(i, token.word().value());
      case TOMORROW_NOUN -> isPartOfDay(i - 1) ? withWeekday(i + 1, anchor.plusDays(1)) : null;
      case ORDINAL -> isFirst(token) ? dayBeforeYesterday(i) : numbers.bareDay(i);
      case AFTER -> dayAfterTomorrow(i);
      case WEEKDAY -> weekday(i);
      case MONTH_NOUN -> month(i);
      case YEAR_NOUN -> year(i);
      case THIS -> thisDay(i);
      case DAY_NOUN -> numbers.dayInDigits(i);
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
    Found numbered = token.word().ambiguous() ? null : numbers.withWeekday(i);
    if (numbered != null) {
      return numbered;
    }
    if (token.word().ambiguous()
        || isOrdinal(next)
        || DateWords.spoilsWeekday(nounBefore(i), next.text())) {
      return null;
    }
    Shift shift = Shift.at(tokens, i + 1);
    if (shift != null) {
      return new Found(shift.end(), Span.ofDay(shifted(token, shift.by())));
    }
    // الأربعاء والخميس المقبلين: the direction is that of both.
    Shift shared = isListed(i + 1) ? Shift.at(tokens, i + 2) : null;
    if (shared != null) {
      return new Found(i + 1, Span.ofDay(shifted(token, shared.by())));
    }
    boolean every = next.is(Role.FROM) && tokens.get(i + 2).text().equals("كل");
    if (every || DateWords.tellsOfBefore(next.text()) || isOfSomeWeek(i + 1)) {
      return null;
    }
    boolean future = tense.isFuture(i, i + 1);
    if (!future && (isHabit(i) || isHabit(i - 2))) {
      return null;
    }
    DayOfWeek weekday = DayOfWeek.of(token.word().value());
    return new Found(
        i + 1,
        Span.ofDay(
            anchor.with(
                future
                    ? TemporalAdjusters.nextOrSame(weekday)
                    : TemporalAdjusters.previousOrSame(weekday))));
  }

  private LocalDate shifted(Token weekday, int by) {
    Direction direction = Direction.values()[Integer.signum(by) + 1];
    LocalDate day = Resolver.weekday(anchor, weekday.word().value(), direction);
    return Math.abs(by) > 1 ? day.plusWeeks(Integer.signum(by)) : day;
  }

  private boolean isListed(int i) {
    Token token = tokens.get(i);
    return token.is(Role.WEEKDAY) && !token.word().ambiguous() && token.text().startsWith("و");
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
