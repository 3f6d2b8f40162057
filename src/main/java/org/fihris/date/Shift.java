package org.fihris.date;

import org.fihris.date.DateTokens.Token;
import org.fihris.date.Word.Role;
import org.jspecify.annotations.Nullable;

/**
 * How far a direction points: الماضي, قبل الماضي, بعد المقبل.
 *
 * @param end the token after its last
 * @param by units from the anchor's own, from -2 to 2
 */
record Shift(int end, int by) {

  static @Nullable Shift at(DateTokens tokens, int i) {
    boolean twice = tokens.get(i).is(Role.BEFORE) || tokens.get(i).is(Role.AFTER);
    Token direction = tokens.get(twice ? i + 1 : i);
    if (!direction.is(Role.DIRECTION)) {
      return null;
    }
    int sign = ExpressionParser.directionOf(direction).sign();
    int expected = tokens.get(i).is(Role.BEFORE) ? -1 : 1;
    if (twice && sign != expected) {
      return null;
    }
    return new Shift(twice ? i + 2 : i + 1, twice ? 2 * sign : sign);
  }
}
