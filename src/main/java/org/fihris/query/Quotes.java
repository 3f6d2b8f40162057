package org.fihris.query;

import org.jspecify.annotations.Nullable;

/**
 * The families of quotation marks. Any mark of a family closes a phrase that another one of it has
 * opened, since right-to-left text uses each of them on both sides.
 */
enum Quotes {
  DOUBLE("\"“”„‟＂"),
  GUILLEMETS("«»");

  private final String marks;

  Quotes(String marks) {
    this.marks = marks;
  }

  boolean has(char c) {
    return marks.indexOf(c) >= 0;
  }

  /** The family of {@code c}, null if it is no quotation mark. */
  static @Nullable Quotes of(char c) {
    return DOUBLE.has(c) ? DOUBLE : GUILLEMETS.has(c) ? GUILLEMETS : null;
  }
}
