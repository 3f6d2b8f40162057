package org.fihris.date;

import org.fihris.date.DateTokens.Token;

/** What follows a number that counts nothing. */
final class ClauseEnd {

  private ClauseEnd() {}

  /** Whether no noun stands at {@code i} that the number before it could count. */
  static boolean at(DateTokens tokens, int i) {
    Token token = tokens.get(i);
    if (token.isMark("%٪$€£+*")) {
      return false;
    }
    boolean isWord = !token.text().isEmpty() && Character.isLetter(token.text().charAt(0));
    return !isWord || continuesClause(token);
  }

  private static boolean continuesClause(Token token) {
    return switch (token.word().role()) {
      case FUNCTION, CUE, AFTER, TO, BETWEEN, CHRISTIAN_ERA, PART, SEASON, THIS, BEFORE -> true;
      case OTHER -> token.text().startsWith("و") || token.text().startsWith("ال");
      case WEEKDAY, MONTH, MONTH_STEM, HIJRI_MONTH, ORDINAL, TEEN, TENS, DIRECTION -> false;
      case RELATIVE_DAY, TOMORROW_NOUN, DAY_NOUN, MONTH_NOUN, YEAR_NOUN, YEARS_NOUN -> false;
      case FROM, CORRESPONDING, HIJRI_ERA, LATER, WEEKEND, REST, LAST, CARDINAL -> false;
      case WEEK_NOUN, UNIT, CENTURY, DECADE, FRACTION -> false;
    };
  }
}
