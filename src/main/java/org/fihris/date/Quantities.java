package org.fihris.date;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.fihris.date.DateMention.Kind;
import org.fihris.date.DateTokens.Token;
import org.fihris.date.NumberWords.Number;
import org.fihris.date.RangeParser.Found;
import org.fihris.date.Resolver.Span;
import org.fihris.date.Units.Unit;
import org.fihris.date.Word.Role;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of lengths of time that count from the anchor.
 *
 * <pre>
 * counted  = (قبل | منذ) length | [بعد] length من (الآن | اليوم)
 *          | آخر length | length direction | units [number] direction
 * length   = ([number] unit | unit in the dual) {و length}
 * </pre>
 *
 * <p>A bare بعد يومين counts from what the sentence before told, and so does قبل يومين من.
 */
final class Quantities {

  /**
   * @param finest the finest unit that was named
   */
  private record Length(int end, Period period, ChronoUnit finest) {}

  private static final int MOST_PARTS = 3;
  private static final int LARGEST = 500;

  private final DateTokens tokens;
  private final LocalDate anchor;

  Quantities(DateTokens tokens, LocalDate anchor) {
    this.tokens = tokens;
    this.anchor = anchor;
  }

  @Nullable Found at(int i) {
    Token token = tokens.get(i);
    if (token.is(Role.BEFORE) || token.base().equals("منذ")) {
      return ago(i + 1);
    }
    if (token.is(Role.LAST)) {
      Length length = length(i + 1);
      boolean counted = isCounted(i + 1) || (length != null && isDual(i + 1));
      return length != null && counted ? past(length.end, length.period) : null;
    }
    int start = token.is(Role.AFTER) ? i + 1 : i;
    Length length = length(start);
    if (length != null && isFromNow(length.end)) {
      return new Found(length.end + 2, Span.ofDay(anchor.plus(length.period)));
    }
    return token.is(Role.AFTER) ? null : withDirection(i, length);
  }

  private @Nullable Found ago(int i) {
    Length length = length(i);
    if (length == null || goesOn(length.end)) {
      return null;
    }
    int end = isFromNow(length.end) ? length.end + 2 : length.end;
    LocalDate day = anchor.minus(length.period);
    Span span =
        switch (length.finest) {
          case YEARS -> Span.ofYear(day.getYear());
          case MONTHS -> Span.ofMonth(YearMonth.from(day));
          default -> Span.ofDay(day);
        };
    return new Found(end, span);
  }

  /** Whether the words make it something else: قبل عام 2011, قبل يوم الجمعة, قبل يومين من. */
  private boolean goesOn(int i) {
    Token next = tokens.get(i);
    boolean other =
        next.isNumber()
            || next.is(Role.MONTH)
            || next.is(Role.MONTH_STEM)
            || next.is(Role.HIJRI_MONTH)
            || next.is(Role.WEEKDAY)
            || next.is(Role.DIRECTION)
            || next.is(Role.ORDINAL)
            || next.is(Role.CARDINAL)
            || next.is(Role.FRACTION)
            || next.is(Role.RELATIVE_DAY);
    return other || (next.is(Role.FROM) && !isFromNow(i));
  }

  private boolean isFromNow(int i) {
    Token now = tokens.get(i + 1);
    return tokens.get(i).is(Role.FROM)
        && (now.text().equals("الان") || (now.is(Role.RELATIVE_DAY) && now.word().value() == 0));
  }

  private @Nullable Found withDirection(int i, @Nullable Length length) {
    if (length != null && !tokens.get(i).is(Role.DAY_NOUN) && isCounted(i)) {
      return towards(length.end, length.period);
    }
    Unit unit = Units.of(tokens.get(i).base());
    if (unit == null || unit.count() == 1 || !tokens.get(i).base().startsWith("ال")) {
      return null;
    }
    Number number = unit.count() == 2 ? null : NumberWords.at(tokens, afterArticle(i + 1));
    if (unit.count() == 0 && (number == null || number.value() > LARGEST)) {
      return null;
    }
    int count = number == null ? 2 : number.value();
    return towards(number == null ? i + 1 : number.end(), period(unit.unit(), count));
  }

  /** السنوات الـ10: the article before digits stands alone. */
  private int afterArticle(int i) {
    return tokens.get(i).text().equals("ال") ? i + 1 : i;
  }

  private boolean isDual(int i) {
    Unit unit = Units.of(tokens.get(i).base());
    return unit != null && unit.count() == 2;
  }

  private boolean isCounted(int i) {
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
      case NEXT -> {
        LocalDate from = anchor.plusDays(1);
        yield new Found(i + 1, new Span(Kind.RANGE, from, from.plus(period)));
      }
    };
  }

  private Found past(int end, Period period) {
    return new Found(end, new Span(Kind.RANGE, anchor.minus(period), anchor));
  }

  private @Nullable Length length(int i) {
    Length whole = part(i);
    for (int n = 1; n < MOST_PARTS && whole != null; n++) {
      Token and = tokens.get(whole.end);
      Length next =
          and.startsWithAnd() ? part(and.text().length() == 1 ? whole.end + 1 : whole.end) : null;
      if (next == null) {
        break;
      }
      ChronoUnit finest = next.finest.compareTo(whole.finest) < 0 ? next.finest : whole.finest;
      whole = new Length(next.end, whole.period.plus(next.period), finest);
    }
    return whole;
  }

  private @Nullable Length part(int i) {
    Number number = NumberWords.at(tokens, i);
    int j = number == null ? i : number.end();
    Unit unit = Units.of(tokens.get(j).base());
    if (unit == null || (number == null && unit.count() == 0)) {
      return null;
    }
    int count = number == null ? unit.count() : number.value();
    if (count < 1 || count > LARGEST || (number == null && tokens.get(j).base().startsWith("ال"))) {
      return null;
    }
    Token one = tokens.get(j + 1);
    boolean single = number == null && one.is(Role.CARDINAL) && one.word().value() == 1;
    ChronoUnit finest =
        unit.unit().compareTo(ChronoUnit.YEARS) > 0 ? ChronoUnit.YEARS : unit.unit();
    return new Length(single ? j + 2 : j + 1, period(unit.unit(), count), finest);
  }

  private static Period period(ChronoUnit unit, int count) {
    return switch (unit) {
      case DAYS -> Period.ofDays(count);
      case WEEKS -> Period.ofWeeks(count);
      case MONTHS -> Period.ofMonths(count);
      case DECADES -> Period.ofYears(10 * count);
      case CENTURIES -> Period.ofYears(100 * count);
      default -> Period.ofYears(count);
    };
  }
}
