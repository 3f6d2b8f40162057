package org.fihris.date;

import org.fihris.date.DateTokens.Token;
import org.fihris.date.Word.Role;
import org.jspecify.annotations.Nullable;

/** The grammar of a year of the Christian era, in four digits or in words. */
final class YearParser {

  /** A year; {@code end} is the token after its last. */
  record Year(int end, int number) {}

  private static final int FIRST_YEAR = 1500;
  private static final int LAST_YEAR = 2199;

  private final DateTokens tokens;

  YearParser(DateTokens tokens) {
    this.tokens = tokens;
  }

  /** A year in four digits, or in words from 1500 on. */
  @Nullable Year at(int i) {
    if (tokens.get(i).isNumber()) {
      return isInDigits(i) ? new Year(i + 1, tokens.get(i).number()) : null;
    }
    NumberWords.Number words = NumberWords.words(tokens, i);
    return words != null && words.value() >= FIRST_YEAR && words.value() <= LAST_YEAR
        ? new Year(words.end(), words.value())
        : null;
  }

  /** Whether the token is a year in four digits and of the Christian era. */
  boolean isInDigits(int i) {
    Token token = tokens.get(i);
    return token.digits() == 4
        && token.number() >= FIRST_YEAR
        && token.number() <= LAST_YEAR
        && !tokens.get(i + 1).is(Role.HIJRI_ERA)
        && !isFraction(i);
  }

  private boolean isFraction(int i) {
    Token next = tokens.get(i + 1);
    return next.isMark("%٪")
        || (next.glued()
            && next.isMark(".,٫٬")
            && tokens.get(i + 2).glued()
            && tokens.get(i + 2).isNumber());
  }

  /** The token after م or ميلادي, if that stands at {@code i}. */
  int afterEra(int i) {
    return tokens.get(i).is(Role.CHRISTIAN_ERA) ? i + 1 : i;
  }
}
