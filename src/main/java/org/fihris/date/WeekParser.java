package org.fihris.date;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.fihris.date.DateMention.Kind;
import org.fihris.date.DateTokens.Token;
import org.fihris.date.RangeParser.Found;
import org.fihris.date.Resolver.Span;
import org.fihris.date.Word.Role;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of weeks and of days in them.
 *
 * <pre>
 * week = الأسبوع [direction] [[يوم] weekday | من weekday إلى weekday]
 *      | الأسبوع ordinal [من] whole | أسبوع date | [يوم] weekday [من] week
 * </pre>
 *
 * <p>A week is from Monday to Sunday (ISO 8601); newsrooms differ. The nth week of a month has its
 * nth Monday.
 */
final class WeekParser {

  static final int DAYS = 7;

  private final DateTokens tokens;
  private final ExpressionParser expressions;
  private final Resolver resolver;
  private final WholeParser wholes;
  private final @Nullable LocalDate anchor;

  WeekParser(
      DateTokens tokens,
      ExpressionParser expressions,
      Resolver resolver,
      WholeParser wholes,
      @Nullable LocalDate anchor) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.resolver = resolver;
    this.wholes = wholes;
    this.anchor = anchor;
  }

  @Nullable Found at(int i, boolean current, boolean nested) {
    if (!tokens.get(i).base().startsWith("ال")) {
      Parsed date = current ? null : expressions.date(i + 1);
      Span day = date == null ? null : resolver.resolve(date.stated());
      return date == null || day == null ? null : ofWeek(date.end(), monday(day.from()));
    }
    Found numbered = current ? null : numberedWeek(i);
    if (numbered != null || anchor == null) {
      return numbered;
    }
    Shift shift = Shift.at(tokens, i + 1);
    if (shift == null && !current && !nested) {
      return null;
    }
    int weeks = shift == null ? 0 : shift.by();
    int end = shift == null ? i + 1 : shift.end();
    LocalDate monday = monday(anchor).plusWeeks(weeks);
    Found days = nested ? null : daysOf(monday, end);
    return days == null ? ofWeek(end, monday) : days;
  }

  /** A weekday or a range of them behind their week. */
  private @Nullable Found daysOf(LocalDate monday, int i) {
    boolean opened = tokens.get(i).is(Role.FROM) || tokens.get(i).is(Role.BETWEEN);
    int j = skipDayNoun(opened ? i + 1 : i);
    Token first = tokens.get(j);
    if (!isWeekday(first) || (!opened && first.proclitics() > 0)) {
      return null;
    }
    LocalDate from = dayOf(monday, first);
    if (!opened) {
      return new Found(j + 1, Span.ofDay(from));
    }
    Token joint = tokens.get(j + 1);
    int k = skipDayNoun(joint.is(Role.TO) || joint.text().equals("و") ? j + 2 : j + 1);
    Token last = tokens.get(k);
    if (!isWeekday(last) || (k == j + 1 && !last.startsWithAnd())) {
      return null;
    }
    LocalDate to = dayOf(monday, last).plusDays(1);
    return from.isBefore(to) ? range(k + 1, from, to) : null;
  }

  @Nullable Found weekdayOfWeek(int i) {
    int j = tokens.get(i + 1).is(Role.FROM) ? i + 2 : i + 1;
    int noun = tokens.get(j).is(Role.THIS) ? j + 1 : j;
    Found week = tokens.get(noun).is(Role.WEEK_NOUN) ? wholes.at(j, false) : null;
    if (week == null || !isWeekday(tokens.get(i)) || week.span().kind() == Kind.DAY) {
      return null;
    }
    return new Found(week.end(), Span.ofDay(dayOf(week.span().from(), tokens.get(i))));
  }

  /**
   * The weekday of a week. Most Arab weeks begin on Saturday or Sunday: those of another week than
   * the anchor's open it, and are not its end.
   */
  private LocalDate dayOf(LocalDate monday, Token weekday) {
    LocalDate day = monday.plusDays(weekday.word().value() - 1L);
    boolean opens = weekday.word().value() >= DayOfWeek.SATURDAY.getValue();
    boolean other = anchor != null && !monday(anchor).equals(monday);
    return opens && other ? day.minusDays(DAYS) : day;
  }

  private @Nullable Found numberedWeek(int i) {
    int number = Ordinals.at(tokens, i + 1);
    if (number == 0) {
      return null;
    }
    int j = tokens.get(i + 2).is(Role.FROM) ? i + 3 : i + 2;
    Found whole = wholes.at(j, true);
    if (whole == null) {
      return null;
    }
    LocalDate from = whole.span().from();
    boolean year = whole.span().kind() == Kind.YEAR;
    LocalDate first =
        year ? monday(from.plusDays(3)) : from.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    LocalDate last = monday(whole.span().to().minusDays(1));
    LocalDate lastFull = last.plusDays(6).isBefore(whole.span().to()) ? last : last.minusWeeks(1);
    LocalDate end = year ? monday(whole.span().to().minusDays(4)) : lastFull;
    LocalDate monday = number == Ordinals.LAST ? end : first.plusWeeks(number - 1L);
    return monday.isBefore(whole.span().to()) ? ofWeek(whole.end(), monday) : null;
  }

  private static boolean isWeekday(Token token) {
    return token.is(Role.WEEKDAY) && !token.word().ambiguous();
  }

  private int skipDayNoun(int i) {
    return tokens.get(i).is(Role.DAY_NOUN) ? i + 1 : i;
  }

  static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static Found ofWeek(int end, LocalDate monday) {
    return range(end, monday, monday.plusDays(DAYS));
  }

  private static Found range(int end, LocalDate from, LocalDate to) {
    return new Found(end, new Span(Kind.RANGE, from, to));
  }
}
