package org.fihris.date;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.fihris.date.ClauseTense.Tense;
import org.fihris.date.DateMention.Kind;
import org.fihris.date.DateTokens.Token;
import org.fihris.date.NumberWords.Number;
import org.fihris.date.RangeParser.Found;
import org.fihris.date.Resolver.Span;
import org.fihris.date.Units.Unit;
import org.fihris.date.Word.Role;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of lengths of time that count from the anchor, or from a day that is told in days.
 *
 * <pre>
 * counted = (قبل | منذ) length | [بعد] length من (الآن | اليوم)
 *         | (بعد | قبل) length من point | بعد length | (في غضون | خلال) length
 *         | آخر length | length direction | units [number | few] direction | units direction few
 * length  = ([number] unit | unit in the dual) {و length}
 * few     = القليلة | المعدودة
 * </pre>
 *
 * <p>A bare بعد يومين or خلال يومين counts only behind a verb of what is to come, without a day
 * between; elsewhere it counts from what the text told before, and so does قبل يومين من. Few are
 * three, the least that the plural can mean.
 */
final class Quantities {

  private static final int FEW = 3;
  private static final int REACH_OF_ORDINAL = 12;
  private static final Set<String> FEW_WORDS = Set.of("القليله", "المعدوده", "القلائل", "القلايل");

  private final DateTokens tokens;
  private final PointParser points;
  private final ClauseTense tense;
  private final LocalDate anchor;

  Quantities(DateTokens tokens, PointParser points, LocalDate anchor) {
    this.tokens = tokens;
    this.points = points;
    this.tense = new ClauseTense(tokens);
    this.anchor = anchor;
  }

  @Nullable Found at(int i) {
    Token token = tokens.get(i);
    if (token.is(Role.BEFORE)) {
      Found ago = ago(i + 1);
      return ago == null ? fromPoint(i + 1, -1) : ago;
    }
    if (token.base().equals("منذ")) {
      return ago(i + 1);
    }
    if (token.is(Role.LAST)) {
      Length length = Length.at(tokens, i + 1);
      boolean counted = isCounted(i + 1) || (length != null && isDual(i + 1));
      return length != null && counted ? past(length.end(), length.period()) : null;
    }
    if (token.is(Role.AFTER)) {
      return after(i);
    }
    if (token.is(Role.CUE)) {
      return within(i);
    }
    Length length = Length.at(tokens, i);
    Found now = length == null ? null : fromNow(i, length);
    return now == null ? withDirection(i, length) : now;
  }

  private @Nullable Found ago(int i) {
    Length length = Length.at(tokens, i);
    Length more = length == null ? null : length.withPartAfterComma(tokens);
    if (more != null && isFromNow(more.end())) {
      length = more;
    }
    if (length == null || goesOn(length.end()) || isDayOf(i, length)) {
      return null;
    }
    int end = isFromNow(length.end()) ? length.end() + 2 : length.end();
    return new Found(end, spanAbout(anchor.minus(length.period()), length.finest()));
  }

  /** منذ يوم الأرض, قبل يوم الحساب: a day that has a name. */
  private boolean isDayOf(int i, Length length) {
    Token next = tokens.get(length.end());
    return length.end() == i + 1
        && tokens.get(i).is(Role.DAY_NOUN)
        && next.is(Role.OTHER)
        && next.text().startsWith("ال");
  }

  /** The day, or the month or year that holds it where nothing finer was counted. */
  private static Span spanAbout(LocalDate day, ChronoUnit finest) {
    return switch (finest) {
      case YEARS -> Span.ofYear(day.getYear());
      case MONTHS -> Span.ofMonth(YearMonth.from(day));
      default -> Span.ofDay(day);
    };
  }

  /** بعد 3 أيام, بعد شهرين من الآن, بعد يومين من غد. */
  private @Nullable Found after(int i) {
    Length length = Length.at(tokens, i + 1);
    if (length == null) {
      return null;
    }
    if (isFromNow(length.end())) {
      return new Found(length.end() + 2, Span.ofDay(anchor.plus(length.period())));
    }
    Found counted = fromPoint(i + 1, 1);
    if (counted != null) {
      return counted;
    }
    boolean open = endsLength(i + 1, length) && tense.undatedBefore(i) == Tense.FUTURE;
    return open
        ? new Found(length.end(), spanAbout(anchor.plus(length.period()), length.finest()))
        : null;
  }

  /** Days or weeks from a day that is told: the longer units are not counted to the day. */
  private @Nullable Found fromPoint(int i, int sign) {
    Length length = Length.at(tokens, i);
    boolean inDays =
        length != null
            && length.finest().compareTo(ChronoUnit.WEEKS) <= 0
            && length.period().toTotalMonths() == 0;
    if (length == null || !inDays || !tokens.get(length.end()).is(Role.FROM)) {
      return null;
    }
    Found point = points.at(length.end() + 1);
    return point == null || point.span().kind() != Kind.DAY
        ? null
        : new Found(
            point.end(),
            Span.ofDay(point.span().from().plusDays((long) sign * length.period().getDays())));
  }

  /** يومين من الآن: ahead, but back behind a verb in the perfect. */
  private @Nullable Found fromNow(int i, Length length) {
    if (!isFromNow(length.end())) {
      return null;
    }
    boolean back = tense.before(i) == Tense.PAST;
    LocalDate day = back ? anchor.minus(length.period()) : anchor.plus(length.period());
    return new Found(length.end() + 2, Span.ofDay(day));
  }

  /**
   * في غضون أسبوعين, خلال 3 أيام: the days from tomorrow on. Of the two only غضون needs no verb,
   * since خلال more often tells how long something took, as غضون does behind ثالث حادث.
   */
  private @Nullable Found within(int i) {
    int cue = tokens.get(i + 1).base().equals("غضون") ? i + 1 : i;
    boolean course = tokens.get(cue).base().equals("غضون");
    Length length =
        course || tokens.get(cue).base().equals("خلال") ? Length.at(tokens, cue + 1) : null;
    if (length == null) {
      return null;
    }
    boolean now = isFromNow(length.end());
    Tense told = tense.undatedBefore(i);
    boolean ahead =
        told == Tense.FUTURE || (told == Tense.OPEN && (now || (course && !isNumbered(i))));
    if (!ahead || !(now || endsLength(cue + 1, length))) {
      return null;
    }
    return next(now ? length.end() + 2 : length.end(), length.period());
  }

  private boolean isNumbered(int i) {
    for (int j = i - 1; j >= i - REACH_OF_ORDINAL && !tokens.get(j).isMark(".؛"); j--) {
      if (tokens.get(j).is(Role.ORDINAL)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether nothing follows that makes the length something else: بعد عام على, خلال شهر رمضان, and,
   * behind a unit without number, خلال أسبوع الموضة.
   */
  private boolean endsLength(int i, Length length) {
    Token next = tokens.get(length.end());
    if (goesOn(length.end()) || next.is(Role.FROM) || next.text().equals("علي")) {
      return false;
    }
    boolean counted = isCounted(i) || isDual(i) || length.parts() > 1 || length.end() > i + 1;
    return counted || !next.is(Role.OTHER) || isEnd(next);
  }

  private static boolean isEnd(Token next) {
    return next.text().isEmpty()
        || !Character.isLetter(next.text().charAt(0))
        || next.text().startsWith("و");
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
      case NEXT -> next(i + 1, period);
    };
  }

  private Found past(int end, Period period) {
    return new Found(end, new Span(Kind.RANGE, anchor.minus(period), anchor));
  }

  private Found next(int end, Period period) {
    LocalDate from = anchor.plusDays(1);
    return new Found(end, new Span(Kind.RANGE, from, from.plus(period)));
  }
}
