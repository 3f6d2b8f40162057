package org.fihris.date;

import java.time.LocalDate;
import java.util.Set;
import org.fihris.date.ClauseTense.Tense;
import org.fihris.date.DateTokens.Token;
import org.fihris.date.ExpressionParser.Month;
import org.fihris.date.RangeParser.Found;
import org.fihris.date.Resolver.Span;
import org.fihris.date.Word.Role;
import org.jspecify.annotations.Nullable;

/** Tries at one token every rule that may begin there, the longest first. */
final class MentionParser {

  private static final int MOST_LISTED_DAYS = 6;
  private static final Set<String> FOLLOWING = Set.of("التالي", "التاليه");

  private final DateTokens tokens;
  private final DayParser days;
  private final YearParser years;
  private final @Nullable LocalDate anchor;
  private final ClauseTense tense;
  private final ExpressionParser expressions;
  private final RangeParser ranges;
  private final Resolver resolver;
  private final HijriParser hijri;
  private final PeriodParser periods;
  private final @Nullable Quantities quantities;
  private final @Nullable RelativeParser relatives;

  /** The token after a date that was refused: the name of an event, a day that does not exist. */
  private int refusedUntil = -1;

  /** Whether anything was found before. */
  private boolean told;

  MentionParser(DateTokens tokens, @Nullable LocalDate anchor) {
    this.tokens = tokens;
    this.days = new DayParser(tokens);
    this.years = new YearParser(tokens);
    this.anchor = anchor;
    this.tense = new ClauseTense(tokens);
    this.resolver = new Resolver(anchor);
    this.expressions = new ExpressionParser(tokens, anchor);
    this.hijri = new HijriParser(tokens, anchor);
    this.periods = new PeriodParser(tokens, expressions, resolver, anchor);
    PointParser points =
        anchor == null ? null : new PointParser(tokens, expressions, resolver, anchor);
    this.quantities =
        anchor == null || points == null ? null : new Quantities(tokens, points, anchor);
    this.relatives = anchor == null ? null : new RelativeParser(tokens, anchor);
    this.ranges = new RangeParser(tokens, expressions, resolver, periods, points);
  }

  @Nullable Found at(int i) {
    Found found = expression(i);
    if (found == null && anchor != null && !told) {
      found = following(i, anchor);
    }
    told |= found != null;
    return found;
  }

  /**
   * اليوم التالي, الشهر التالي: they count from what the text told last, so from the anchor only
   * where it told nothing and a verb tells what is to come.
   */
  private @Nullable Found following(int i, LocalDate anchor) {
    Token next = tokens.get(i + 1);
    if (!FOLLOWING.contains(next.text()) || tense.before(i) != Tense.FUTURE) {
      return null;
    }
    return periods.following(i, i + 2, anchor);
  }

  private @Nullable Found expression(int i) {
    Token token = tokens.get(i);
    if (!token.isNumber() && token.is(Role.OTHER)) {
      return null;
    }
    Found range = ranges.at(i);
    if (range != null) {
      return range;
    }
    Found nth = periods.weekdayOfMonth(i);
    if (nth != null) {
      refusedUntil = isRecurring(nth.end()) ? nth.end() : refusedUntil;
      return i < refusedUntil ? null : nth;
    }
    Parsed date = expressions.date(i);
    if (date != null) {
      return day(i, date);
    }
    Found listed = token.isNumber() ? listedDay(i) : null;
    if (listed != null) {
      return listed;
    }
    Found other = otherThanDay(i);
    if (other != null) {
      return other;
    }
    Found month = month(i);
    if (month != null) {
      return month;
    }
    Found year = year(i);
    return year != null || relatives == null || i < refusedUntil ? year : relatives.at(i);
  }

  private @Nullable Found otherThanDay(int i) {
    Found moon = hijri.at(i);
    if (moon != null) {
      return moon;
    }
    Found period = i < refusedUntil ? null : periods.at(i);
    return period != null || quantities == null ? period : quantities.at(i);
  }

  private @Nullable Found day(int i, Parsed date) {
    if (date.stated().year() == 0 && date.stated().weekday() == 0 && isName(i)) {
      refusedUntil = date.end();
      return null;
    }
    // The later parts of a name (25 يناير of a revolution) are no dates either.
    Span span =
        i < refusedUntil || (date.stated().year() == 0 && isRecurring(date.end()))
            ? null
            : resolver.resolve(date.stated());
    if (span == null) {
      // The 31st of February leaves no February behind either.
      refusedUntil = date.end();
      return null;
    }
    return new Found(date.end(), span);
  }

  /** 1 يناير من كل عام. */
  private boolean isRecurring(int end) {
    int j = tokens.get(end).is(Role.FROM) ? end + 1 : end;
    return tokens.get(j).text().equals("كل");
  }

  /** Whether the date names an event or a place: ثورة 25 يناير, or ... و30 يونيو after such. */
  private boolean isName(int i) {
    int j = i - 1;
    while (tokens.get(j).isMark("\"«“'") || tokens.get(j).text().equals("ال")) {
      j--;
    }
    if (tokens.get(j).text().equals("و") && j == refusedUntil) {
      return true;
    }
    return DateWords.isNamedAfterDate(tokens.get(j).text());
  }

  /** The 12 of "يومي 12 و13 فبراير": a day whose month stands behind a later day. */
  private @Nullable Found listedDay(int i) {
    Parsed first = days.alone(i);
    if (first == null || !isListOpening(i - 1)) {
      return null;
    }
    int j = i + 1;
    for (int n = 0; n < MOST_LISTED_DAYS; n++, j++) {
      while (tokens.get(j).text().equals("و") || tokens.get(j).isMark("،,")) {
        j++;
      }
      Parsed last = expressions.date(j);
      if (last != null) {
        Span span = resolver.resolve(last.stated());
        return span == null ? null : borrowed(i, first, span);
      }
      if (days.alone(j) == null) {
        return null;
      }
    }
    return null;
  }

  private @Nullable Found borrowed(int i, Parsed first, Span last) {
    LocalDate lastDay = last.from();
    Span span =
        resolver.resolve(
            first.stated().withMonth(lastDay.getMonthValue()).withYear(lastDay.getYear()));
    return span != null && span.from().isBefore(lastDay) ? new Found(i + 1, span) : null;
  }

  private boolean isListOpening(int before) {
    Token token = tokens.get(before);
    return token.is(Role.DAY_NOUN)
        || token.text().equals("في")
        || token.is(Role.CORRESPONDING)
        || token.is(Role.WEEKDAY)
        || ((token.text().equals("و") || token.isMark("،,"))
            && tokens.get(before - 1).isNumber()
            && tokens.get(before - 1).number() <= 31);
  }

  private @Nullable Found month(int i) {
    Parsed digits = expressions.yearAndMonth(i);
    if (digits != null) {
      Span span = resolver.resolve(digits.stated());
      return span == null ? null : new Found(digits.end(), span);
    }
    Month name = expressions.month(i);
    Parsed month = name == null || i < refusedUntil ? null : expressions.monthAndTail(i);
    if (name == null || month == null) {
      return null;
    }
    Stated stated = month.stated();
    boolean bare = stated.year() == 0 && stated.direction() == null;
    if (bare && !isMonthForSure(i, name)) {
      return null;
    }
    if (stated.direction() != null && !name.sure()) {
      return null;
    }
    Span span = isPersonName(i) ? null : resolver.resolve(stated);
    return span == null ? null : new Found(month.end(), span);
  }

  /** A bare month counts where both traditions name it or the words before it call for a time. */
  private boolean isMonthForSure(int i, Month name) {
    boolean doubled = name.end() > i + 2;
    Token before = tokens.get(i - 1);
    boolean listed =
        (before.text().equals("او") || tokens.get(i).text().startsWith("و"))
            && (tokens.get(i - 2).is(Role.MONTH) || before.is(Role.MONTH));
    boolean cued =
        before.is(Role.MONTH_NOUN)
            || (name.sure()
                && (isTimeCue(before)
                    || listed
                    || tokens.get(i).proclitics() > 1
                    || tense.isToCome(i - 1)));
    return (doubled || cued) && !DateWords.isNamedAfterDate(before.text());
  }

  private static boolean isTimeCue(Token token) {
    return token.is(Role.CUE)
        || token.is(Role.PART)
        || token.is(Role.SEASON)
        || token.text().equals("ربيع");
  }

  /** Theresa May, written like the month of the Maghreb. */
  private boolean isPersonName(int i) {
    String before = tokens.get(i - 1).text();
    return tokens.get(i).text().equals("ماي")
        && (before.equals("تيريزا") || before.equals("تريزا") || before.equals("السيده"));
  }

  private @Nullable Found year(int i) {
    Token token = tokens.get(i);
    if (token.is(Role.YEAR_NOUN) || token.is(Role.YEARS_NOUN)) {
      return isNamedYear(i + 1) ? yearAt(i + 1) : null;
    }
    if (token.digits() == 4 && years.isInDigits(i)) {
      boolean called = isTimeCue(tokens.get(i - 1)) && ClauseEnd.at(tokens, i + 1);
      return called || isLaterYear(i) ? yearAt(i) : null;
    }
    return null;
  }

  private Found yearAt(int i) {
    return new Found(years.afterEra(i + 1), Span.ofYear(tokens.get(i).number()));
  }

  /** A year after عام: also one of three digits, but none that may be Hijri. */
  private boolean isNamedYear(int i) {
    Token token = tokens.get(i);
    boolean early =
        token.digits() >= 3
            && token.digits() <= 4
            && token.number() >= 100
            && token.number() < 1500
            && !tokens.get(i + 1).is(Role.HIJRI_ERA)
            && (token.number() < 1300 || tokens.get(i + 1).is(Role.CHRISTIAN_ERA));
    return (years.isInDigits(i) || (early && ClauseEnd.at(tokens, i + 1)))
        && !tokens.get(i + 2).text().equals("الميلاد");
  }

  /** The 2015 of "عامي 2014 و2015". */
  private boolean isLaterYear(int i) {
    return tokens.get(i - 1).text().equals("و")
        && years.isInDigits(i - 2)
        && (tokens.get(i - 3).is(Role.YEARS_NOUN) || tokens.get(i - 3).text().equals("و"));
  }
}
