package org.fihris.date;

import org.fihris.date.DateTokens.Token;
import org.fihris.date.Word.Role;

/** The ordinal that tells which of several parts of a time is meant. */
final class Ordinals {

  static final int LAST = -1;

  private Ordinals() {}

  /** The number of الأول to العاشر, {@link #LAST} for الأخير; 0 for any other word. */
  static int at(DateTokens tokens, int i) {
    Token token = tokens.get(i);
    if (token.text().equals("الاخير") || token.text().equals("الاخيره")) {
      return LAST;
    }
    return token.is(Role.ORDINAL) && token.text().startsWith("ال") ? token.word().value() : 0;
  }
}
