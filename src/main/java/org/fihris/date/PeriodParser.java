package org.fihris.date;

import java.time.LocalDate;
import java.time.YearMonth;
import org.fihris.date.DateMention.Kind;
import org.fihris.date.DateTokens.Token;
import org.fihris.date.RangeParser.Found;
import org.fihris.date.Resolver.Span;
import org.fihris.date.Word.Role;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of longer times and of their parts.
 *
 * <pre>
 * period = what WeekdayOfMonthParser has | (part | آخر) whole | (أول | آخر) (يوم | أيام) [من] whole | اليوم ordinal من whole
 *        | (وقت لاحق من | لاحقا في) whole | بقية whole | [عطلة نهاية] week | whole
 * </pre>
 *
 * <p>A weekend is the last two days of the week (ISO 8601); newsrooms differ.
 */
final class PeriodParser {

  private final DateTokens tokens;
  private final WholeParser wholes;
  private final WeekdayOfMonthParser weekdays;
  private final @Nullable LocalDate anchor;

  PeriodParser(
      DateTokens tokens,
      ExpressionParser expressions,
      Resolver resolver,
      @Nullable LocalDate anchor) {
    this.tokens = tokens;
    this.wholes = new WholeParser(tokens, expressions, resolver, anchor);
    this.weekdays = new WeekdayOfMonthParser(tokens, expressions, resolver, wholes);
    this.anchor = anchor;
  }

  @Nullable Found at(int i) {
    Token token = tokens.get(i);
    if (token.is(Role.PART)) {
      return part(i);
    }
    if (token.is(Role.WEEKDAY) || token.isNumber()) {
      return wholes.led(i);
    }
    if (token.is(Role.WEEKEND) && isEnd(i + 1)) {
      return part(i + 1);
    }
    if (token.is(Role.REST)) {
      return rest(i + 1);
    }
    if (token.is(Role.LATER) || (token.is(Role.CUE) && tokens.get(i + 1).is(Role.LATER))) {
      return later(token.is(Role.LATER) ? i : i + 1);
    }
    Found edge = edge(i);
    if (edge != null) {
      return edge;
    }
    if (token.is(Role.LAST)) {
      return last(i);
    }
    return token.is(Role.MONTH) || token.is(Role.MONTH_STEM) ? null : wholes.at(i, false);
  }

  /** الجمعة الأولى من يوليو, آخر أحد في مارس: tried before dates, which begin alike. */
  @Nullable Found weekdayOfMonth(int i) {
    return weekdays.at(i);
  }

  /** نهاية الشهر, أواخر مايو as the end of a range. */
  @Nullable Found end(int i) {
    return isEnd(i) ? part(i) : null;
  }

  private boolean isEnd(int i) {
    return tokens.get(i).is(Role.PART) && tokens.get(i).word().value() == Part.END.ordinal();
  }

  private @Nullable Found part(int i) {
    Found whole = wholes.at(i + 1, true);
    if (whole == null || whole.span().kind() == Kind.DAY) {
      return null;
    }
    // أواخر الأسبوع is its second half, نهاية الأسبوع the weekend.
    if (isWeek(whole.span()) && isEnd(i) && !tokens.get(i).base().equals("اواخر")) {
      return weekend(whole);
    }
    return new Found(whole.end(), Part.values()[tokens.get(i).word().value()].of(whole.span()));
  }

  /** آخر الشهر, آخر يناير: آخر is also "another", so what it stands before has to be definite. */
  private @Nullable Found last(int i) {
    Token next = tokens.get(i + 1);
    boolean noun = next.is(Role.MONTH_NOUN) || next.is(Role.YEAR_NOUN) || next.is(Role.WEEK_NOUN);
    boolean definite = noun ? next.base().startsWith("ال") : next.is(Role.MONTH);
    Found whole = definite ? wholes.at(i + 1, true) : null;
    if (whole == null || whole.span().kind() == Kind.DAY) {
      return null;
    }
    return isWeek(whole.span())
        ? weekend(whole)
        : new Found(whole.end(), Part.END.of(whole.span()));
  }

  private static boolean isWeek(Span span) {
    return span.from().plusDays(WeekParser.DAYS).equals(span.to());
  }

  private static Found weekend(Found week) {
    return range(week.end(), week.span().from().plusDays(5), week.span().to());
  }

  /** آخر يوم من العام, أول أيام الشهر المقبل, اليوم الأخير من يناير: the first or last day. */
  private @Nullable Found edge(int i) {
    Token token = tokens.get(i);
    Token next = tokens.get(i + 1);
    boolean noun = next.base().equals("يوم") || next.base().equals("ايام");
    int which =
        token.text().equals("اليوم")
            ? Ordinals.at(tokens, i + 1)
            : !noun ? 0 : token.is(Role.LAST) ? Ordinals.LAST : token.base().equals("اول") ? 1 : 0;
    boolean of = tokens.get(i + 2).is(Role.FROM) || tokens.get(i + 2).text().equals("في");
    if ((which != 1 && which != Ordinals.LAST) || !(of || next.base().equals("ايام"))) {
      return null;
    }
    Found whole = wholes.at(of ? i + 3 : i + 2, true);
    if (whole == null || whole.span().kind() == Kind.DAY || isWeek(whole.span())) {
      return null;
    }
    LocalDate day = which == 1 ? whole.span().from() : whole.span().to().minusDays(1);
    return new Found(whole.end(), Span.ofDay(day));
  }

  /** The day, week, month or year after the anchor's own that the noun at {@code i} names. */
  @Nullable Found following(int i, int end, LocalDate own) {
    Token noun = tokens.get(i);
    if (!noun.base().startsWith("ال")) {
      return null;
    }
    return switch (noun.base()) {
      case "اليوم" -> new Found(end, Span.ofDay(own.plusDays(1)));
      case "الاسبوع" -> {
        LocalDate monday = WeekParser.monday(own).plusWeeks(1);
        yield range(end, monday, monday.plusWeeks(1));
      }
      case "الشهر" -> new Found(end, Span.ofMonth(YearMonth.from(own).plusMonths(1)));
      case "العام", "السنه" -> new Found(end, Span.ofYear(own.getYear() + 1));
      default -> null;
    };
  }

  private @Nullable Found rest(int i) {
    Found whole = wholes.at(i, true);
    if (anchor == null
        || whole == null
        || anchor.isBefore(whole.span().from())
        || !anchor.isBefore(whole.span().to())) {
      return null;
    }
    return range(whole.end(), anchor, whole.span().to());
  }

  /** وقت لاحق من هذا الأسبوع, لاحقا هذا الشهر: what is left of it; مبكر: its first half. */
  private @Nullable Found later(int i) {
    boolean time = tokens.get(i).base().equals("وقت");
    boolean early = time && tokens.get(i + 1).text().equals("مبكر");
    if (time && !early && !tokens.get(i + 1).text().equals("لاحق")) {
      return null;
    }
    int j = time ? i + 2 : i + 1;
    boolean of = tokens.get(j).is(Role.FROM) || tokens.get(j).text().equals("في");
    Found whole = wholes.at(of ? j + 1 : j, false);
    if (anchor == null || whole == null || whole.span().kind() == Kind.DAY) {
      return null;
    }
    if (early) {
      return new Found(whole.end(), Part.START.of(whole.span()));
    }
    LocalDate tomorrow = anchor.plusDays(1);
    LocalDate from = tomorrow.isAfter(whole.span().from()) ? tomorrow : whole.span().from();
    return from.isBefore(whole.span().to()) ? range(whole.end(), from, whole.span().to()) : null;
  }

  private static Found range(int end, LocalDate from, LocalDate to) {
    return new Found(end, new Span(Kind.RANGE, from, to));
  }
}
