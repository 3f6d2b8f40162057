package org.fihris.date;

import org.fihris.date.DateTokens.Token;
import org.fihris.date.Word.Role;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of the day in a month.
 *
 * <pre>
 * day = 1..31 | ordinal [عشر | والعشرين | والثلاثين] | العشرين | الثلاثين | a number in words
 * </pre>
 */
final class DayParser {

  /** A day of a month; {@code end} is the token after its last. */
  record Day(int end, int number) {}

  private static final String DASHES = "-–—";

  private final DateTokens tokens;

  DayParser(DateTokens tokens) {
    this.tokens = tokens;
  }

  /** A day of the month alone, as the first end of a range has it. */
  @Nullable Parsed alone(int i) {
    Day day = at(i, false);
    return day == null ? null : new Parsed(day.end, Stated.ofDay(day.number, 0, 0));
  }

  /** A day from the eleventh to the nineteenth as a number in words: الخمسة عشر. */
  @Nullable Parsed teen(int i) {
    NumberWords.Number number = NumberWords.words(tokens, i);
    return number != null && number.value() > 10 && number.value() < 20
        ? new Parsed(number.end(), Stated.ofDay(number.value(), 0, 0))
        : null;
  }

  /** A day before its month may also be a number in words: واحد وعشرين مايو. */
  @Nullable Day orCardinal(int i) {
    Token token = tokens.get(i);
    if (!token.is(Role.CARDINAL)) {
      return at(i, false);
    }
    NumberWords.Number number = NumberWords.words(tokens, i);
    return number != null && number.value() <= 31 ? new Day(number.end(), number.value()) : null;
  }

  /**
   * A day of the month in digits or as an ordinal.
   *
   * @param joined whether the mark before a number is known to join it to its month
   */
  @Nullable Day at(int i, boolean joined) {
    Token token = tokens.get(i);
    if (token.isNumber()) {
      boolean fits = token.digits() <= 2 && token.number() >= 1 && token.number() <= 31;
      return fits && (joined || standsAlone(i) || endsShortRange(i))
          ? new Day(i + 1, token.number())
          : null;
    }
    if (token.is(Role.TENS)) {
      return new Day(i + 1, token.word().value());
    }
    if (!token.is(Role.ORDINAL)) {
      return null;
    }
    int unit = token.word().value();
    Token next = tokens.get(i + 1);
    if (next.is(Role.TEEN)) {
      return new Day(i + 2, unit + 10);
    }
    if (next.is(Role.TENS) && next.proclitics() == 1) {
      int number = unit + next.word().value();
      return number <= 31 ? new Day(i + 2, number) : null;
    }
    return new Day(i + 1, unit);
  }

  /** Whether a number is not the later part of a longer figure: 1.15, 2-5, +20. */
  boolean standsAlone(int i) {
    Token before = tokens.get(i - 1);
    if (!tokens.get(i).glued()) {
      return true;
    }
    if (before.isMark("+#$€£&=_")) {
      return false;
    }
    boolean joint = before.isMark(".,:/٫٬'" + DASHES);
    return !(joint && tokens.get(i - 2).isNumber() && before.glued()) || followsTime(i);
  }

  /** Whether a dash joins the number to a time of day: 16:42-13. */
  private boolean followsTime(int i) {
    Token hour = tokens.get(i - 4);
    return tokens.get(i - 1).isMark(DASHES)
        && tokens.get(i - 2).digits() == 2
        && tokens.get(i - 3).isMark(":")
        && tokens.get(i - 3).glued()
        && hour.isNumber()
        && hour.number() < 24;
  }

  /** The 11 of 4-11 نوفمبر, where a longer chain of figures would be a telephone number. */
  private boolean endsShortRange(int i) {
    Token first = tokens.get(i - 2);
    return tokens.get(i - 1).isMark(DASHES)
        && first.isNumber()
        && first.digits() <= 2
        && standsAlone(i - 2);
  }
}
