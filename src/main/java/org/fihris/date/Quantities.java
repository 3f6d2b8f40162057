package org.fihris.date;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.fihris.date.ClauseTense.Tense;
import org.fihris.date.DateMention.Kind;
import org.fihris.date.DateTokens.Token;
import org.fihris.date.RangeParser.Found;
import org.fihris.date.Resolver.Span;
import org.fihris.date.Units.Unit;
import org.fihris.date.Word.Role;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of lengths of time that count from the anchor, or from a day that is told in days.
 *
 * <pre>
 * counted = (قبل | منذ) (length | بضعة units) | [بعد] length من (الآن | اليوم)
 *         | (بعد | قبل) length من point | بعد length | (في غضون | خلال) length
 *         | what StretchParser has
 * length  = ([number] unit | unit in the dual) {و length}
 * </pre>
 *
 * <p>A bare بعد يومين or خلال يومين counts only behind a verb of what is to come, without a day
 * between; elsewhere it counts from what the text told before, and so does قبل يومين من. بضعة is
 * from three to nine.
 */
final class Quantities {

  private static final int REACH_OF_EVENT = 16;
  private static final int LEAST_OF_SOME = 3;
  private static final int MOST_OF_SOME = 9;

  private final DateTokens tokens;
  private final PointParser points;
  private final StretchParser stretches;
  private final ClauseTense tense;
  private final LocalDate anchor;

  Quantities(DateTokens tokens, PointParser points, LocalDate anchor) {
    this.tokens = tokens;
    this.points = points;
    this.stretches = new StretchParser(tokens, anchor);
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
      return stretches.last(i);
    }
    if (token.is(Role.AFTER)) {
      return after(i);
    }
    if (token.is(Role.CUE)) {
      return within(i);
    }
    Length length = Length.at(tokens, i);
    Found now = length == null ? null : fromNow(i, length);
    return now == null ? stretches.at(i, length) : now;
  }

  private @Nullable Found ago(int i) {
    if (tokens.get(i).text().equals("بضعه") || tokens.get(i).text().equals("بضع")) {
      return someAgo(i + 1);
    }
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

  /** قبل بضعة أيام: one of the days from nine back to three back, or of such months or years. */
  private @Nullable Found someAgo(int i) {
    Unit unit = Units.of(tokens.get(i).base());
    if (unit == null || unit.count() != 0 || goesOn(i + 1) || isOnEvent(i + 1)) {
      return null;
    }
    LocalDate from = anchor.minus(Length.of(unit.unit(), MOST_OF_SOME));
    LocalDate to = anchor.minus(Length.of(unit.unit(), LEAST_OF_SOME)).plusDays(1);
    return new Found(i + 1, new Span(Kind.RANGE, from, to));
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
        told == Tense.FUTURE
            || (told == Tense.OPEN && (now || (course && !tellsHowLong(i, length))));
    if (!ahead || !(now || endsLength(cue + 1, length))) {
      return null;
    }
    return stretches.next(now ? length.end() + 2 : length.end(), length.period());
  }

  /** ثالث حادث في غضون, بعد تحرير المدينة في غضون, في غضون أسبوع فقط. */
  private boolean tellsHowLong(int i, Length length) {
    for (int j = i - 1; j >= i - REACH_OF_EVENT && !tokens.get(j).isMark(".؛"); j--) {
      Token token = tokens.get(j);
      if (token.is(Role.ORDINAL) || token.is(Role.AFTER) || token.text().equals("مقتل")) {
        return true;
      }
    }
    return tokens.get(length.end()).text().equals("فقط");
  }

  /**
   * Whether nothing follows that makes the length something else: بعد عام على, خلال شهر رمضان, and,
   * behind a unit without number, خلال أسبوع الموضة.
   */
  private boolean endsLength(int i, Length length) {
    Token next = tokens.get(length.end());
    if (goesOn(length.end()) || next.is(Role.FROM) || isOnEvent(length.end())) {
      return false;
    }
    boolean counted =
        stretches.isCounted(i) || stretches.isDual(i) || length.parts() > 1 || length.end() > i + 1;
    return counted || !next.is(Role.OTHER) || isEnd(next);
  }

  /** بعد عام على الثورة: counted from the event. */
  private boolean isOnEvent(int i) {
    return tokens.get(i).text().equals("علي");
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
}
