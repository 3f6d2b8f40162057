package org.fihris.date;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.fihris.date.DateTokens.Token;
import org.fihris.date.RangeParser.Found;
import org.fihris.date.Resolver.Span;
import org.fihris.date.Word.Role;
import org.jspecify.annotations.Nullable;

/** One point of time that others count from: a date, or what counts from the anchor itself. */
final class PointParser {

  private final DateTokens tokens;
  private final ExpressionParser expressions;
  private final Resolver resolver;
  private final RelativeParser relatives;
  private final LocalDate anchor;

  PointParser(
      DateTokens tokens, ExpressionParser expressions, Resolver resolver, LocalDate anchor) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.resolver = resolver;
    this.relatives = new RelativeParser(tokens, anchor);
    this.anchor = anchor;
  }

  @Nullable Found at(int i) {
    Parsed date = expressions.date(i);
    if (date != null) {
      Span span = resolver.resolve(date.stated());
      return span == null ? null : new Found(date.end(), span);
    }
    Token token = tokens.get(i);
    if (token.is(Role.TOMORROW_NOUN)) {
      return relatives.at(i - 1) == null ? relatives.tomorrow(i) : null;
    }
    return token.is(Role.THIS) ? null : relatives.at(i);
  }

  /** A point, or the anchor where الآن stands. */
  @Nullable Found orNow(int i) {
    return tokens.get(i).text().equals("الان") ? new Found(i + 1, Span.ofDay(anchor)) : at(i);
  }

  /**
   * The weekday that ends what began on {@code first}: the next one, but of what began more than a
   * week ago the last one.
   */
  LocalDate weekdayAfter(LocalDate first, int weekday) {
    DayOfWeek day = DayOfWeek.of(weekday);
    return first.plusWeeks(1).isBefore(anchor)
        ? anchor.with(TemporalAdjusters.previousOrSame(day))
        : first.with(TemporalAdjusters.next(day));
  }
}
