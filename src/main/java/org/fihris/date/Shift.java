package org.fihris.date;

import org.fihris.date.DateTokens.Token;
import org.fihris.date.Word.Role;
import org.jspecify.annotations.Nullable;

/**
 * How far a direction points: الماضي, قبل الماضي, بعد المقبل, ما قبل الماضي.
 *
 * @param end the token after its last
 * @param by units from the anchor's own, from -2 to 2
 */
record Shift(int end, int by) {

  static @Nullable Shift at(DateTokens tokens, int i) {
    int start = tokens.get(i).text().equals("ما") ? i + 1 : i;
    boolean twice = tokens.get(start).is(Role.BEFORE) || tokens.get(start).is(Role.AFTER);
    Token direction = tokens.get(twice ? start + 1 : start);
    if (!direction.is(Role.DIRECTION) || (start > i && !twice)) {
      return null;
    }
    int sign = ExpressionParser.directionOf(direction).sign();
    int expected = tokens.get(start).is(Role.BEFORE) ? -1 : 1;
    if (twice && sign != expected) {
      return null;
    }
    return new Shift(twice ? start + 2 : start + 1, twice ? 2 * sign : sign);
  }
}
