package org.fihris.date;

import java.time.LocalDate;
import java.time.YearMonth;
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
 * relative = (اليوم | أمس [الأول] | أول [من] أمس | غدا | بعد غد) [[(] weekday [)]]
 *          | weekday [direction]
 *          | الشهر direction | العام direction | هذا (الشهر | العام)
 * </pre>
 */
final class RelativeParser {

  /** Before غدا these say that it is the verb; a word such as ستعقد only ends like them. */
  private static final Set<String> HAS = Set.of("قد", "وقد", "فقد", "لقد", "ولقد");

  private final DateTokens tokens;
  private final LocalDate anchor;

  RelativeParser(DateTokens tokens, LocalDate anchor) {
    this.tokens = tokens;
    this.anchor = anchor;
  }

  @Nullable Found at(int i) {
    Token token = tokens.get(i);
    return switch (token.word().role()) {
      case RELATIVE_DAY -> relativeDay(i, token.word().value());
      case TOMORROW_NOUN -> isPartOfDay(i - 1) ? withWeekday(i + 1, anchor.plusDays(1)) : null;
      case ORDINAL -> dayBeforeYesterday(i);
      case AFTER -> dayAfterTomorrow(i);
      case WEEKDAY -> weekday(i);
      case MONTH_NOUN -> month(i);
      case YEAR_NOUN -> year(i);
      case OTHER, MONTH, MONTH_STEM, HIJRI_MONTH, TEEN, TENS, DIRECTION, DAY_NOUN -> null;
      case YEARS_NOUN, CUE, FROM, TO, BETWEEN, CORRESPONDING -> null;
      case CHRISTIAN_ERA, HIJRI_ERA, FUNCTION -> null;
    };
  }

  private @Nullable Found relativeDay(int i, int days) {
    String before = tokens.get(i - 1).text();
    Token after = tokens.get(i + 1);
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

  private @Nullable Found dayBeforeYesterday(int i) {
    int j = tokens.get(i + 1).is(Role.FROM) ? i + 2 : i + 1;
    boolean yesterday = tokens.get(j).is(Role.RELATIVE_DAY) && tokens.get(j).word().value() == -1;
    return isFirst(tokens.get(i)) && yesterday ? withWeekday(j + 1, anchor.minusDays(2)) : null;
  }

  private @Nullable Found dayAfterTomorrow(int i) {
    Token next = tokens.get(i + 1);
    boolean tomorrow = next.word().value() == 1;
    return tomorrow && (next.is(Role.TOMORROW_NOUN) || next.is(Role.RELATIVE_DAY))
        ? withWeekday(i + 2, anchor.plusDays(2))
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
    if (token.word().ambiguous()
        || isOrdinal(next)
        || DateWords.spoilsWeekday(nounBefore(i), next.text())) {
      return null;
    }
    int weekday = token.word().value();
    if (next.is(Role.DIRECTION)) {
      Direction direction = ExpressionParser.directionOf(next);
      return new Found(i + 2, Span.ofDay(Resolver.weekday(anchor, weekday, direction)));
    }
    return isOfSomeWeek(i + 1)
        ? null
        : new Found(i + 1, Span.ofDay(Resolver.lastWeekday(anchor, weekday)));
  }

  /** The word before, but for يوم: صلاة يوم الجمعة names no day either. */
  private String nounBefore(int i) {
    Token before = tokens.get(i - 1);
    return before.is(Role.DAY_NOUN) ? tokens.get(i - 2).text() : before.text();
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
