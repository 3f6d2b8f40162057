package org.fihris.date;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.fihris.date.DateMention.Kind;
import org.fihris.date.DateTokens.Token;
import org.fihris.date.NumberWords.Number;
import org.fihris.date.RangeParser.Found;
import org.fihris.date.Resolver.Span;
import org.fihris.date.Units.Unit;
import org.fihris.date.Word.Role;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of counted days, weeks, months or years that lie next to the anchor.
 *
 * <pre>
 * stretch = آخر length | length direction | units [number | few] direction | units direction few
 * few     = القليلة | المعدودة
 * </pre>
 *
 * <p>What is past ends before the anchor, what is to come begins behind it. Few are three, the
 * least that the plural can mean.
 */
final class StretchParser {

  private static final int FEW = 3;
  private static final Set<String> FEW_WORDS = Set.of("القليله", "المعدوده", "القلائل", "القلايل");

  private final DateTokens tokens;
  private final LocalDate anchor;

  StretchParser(DateTokens tokens, LocalDate anchor) {
    this.tokens = tokens;
    this.anchor = anchor;
  }

  /** آخر 3 أشهر, آخر يومين. */
  @Nullable Found last(int i) {
    Length length = Length.at(tokens, i + 1);
    boolean counted = isCounted(i + 1) || (length != null && isDual(i + 1));
    return length != null && counted ? past(length.end(), length.period()) : null;
  }

  /**
   * The days of a length or of units with a direction.
   *
   * @param length what {@link Length#at} reads at {@code i}
   */
  @Nullable Found at(int i, @Nullable Length length) {
    if (length != null && !tokens.get(i).is(Role.DAY_NOUN) && isCounted(i)) {
      return towards(length.end(), length.period());
    }
    Unit unit = Units.of(tokens.get(i).base());
    if (unit == null || unit.count() == 1 || !tokens.get(i).base().startsWith("ال")) {
      return null;
    }
    Number number = unit.count() == 2 ? null : NumberWords.at(tokens, afterArticle(i + 1));
    if (unit.count() == 0 && number == null) {
      return few(i, unit.unit());
    }
    if (number != null && (number.value() < 1 || number.value() > Length.LARGEST)) {
      return null;
    }
    int count = number == null ? 2 : number.value();
    return towards(number == null ? i + 1 : number.end(), Length.of(unit.unit(), count));
  }

  /** الأيام القليلة الماضية, الأسابيع المقبلة القليلة. */
  private @Nullable Found few(int i, ChronoUnit unit) {
    if (FEW_WORDS.contains(tokens.get(i + 1).text())) {
      return towards(i + 2, Length.of(unit, FEW));
    }
    Found direction = towards(i + 1, Length.of(unit, FEW));
    return direction != null && FEW_WORDS.contains(tokens.get(direction.end()).text())
        ? new Found(direction.end() + 1, direction.span())
        : null;
  }

  /** السنوات الـ10: the article before digits stands alone. */
  private int afterArticle(int i) {
    return tokens.get(i).text().equals("ال") ? i + 1 : i;
  }

  boolean isDual(int i) {
    Unit unit = Units.of(tokens.get(i).base());
    return unit != null && unit.count() == 2;
  }

  boolean isCounted(int i) {
    return tokens.get(i).isNumber()
        || tokens.get(i).is(Role.CARDINAL)
        || tokens.get(i).is(Role.TEEN)
        || tokens.get(i).is(Role.TENS);
  }

  private @Nullable Found towards(int i, Period period) {
    Token next = tokens.get(i);
    if (next.text().equals("الاخيره")) {
      return past(i + 1, period);
    }
    if (!next.is(Role.DIRECTION)) {
      return null;
    }
    return switch (ExpressionParser.directionOf(next)) {
      case PAST -> past(i + 1, period);
      case CURRENT -> null;
      case NEXT -> next(i + 1, period);
    };
  }

  private Found past(int end, Period period) {
    return new Found(end, new Span(Kind.RANGE, anchor.minus(period), anchor));
  }

  Found next(int end, Period period) {
    LocalDate from = anchor.plusDays(1);
    return new Found(end, new Span(Kind.RANGE, from, from.plus(period)));
  }
}
