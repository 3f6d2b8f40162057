package org.fihris.query;

import org.jspecify.annotations.Nullable;

/**
 * The families of quotation marks, and which of them belong together.
 *
 * <p>Double marks, straight and curly, stand for each other: right-to-left text uses each of them
 * on both sides. Guillemets close with the opposite one, in either order. Headlines forget marks,
 * so where a mark stands between letters and spaces tells whether it can open or close: without
 * that, one forgotten mark would turn every later phrase inside out.
 */
enum Quotes {
  DOUBLE("\"“”„‟″＂"),
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

  /**
   * Where the phrase ends that the mark at {@code open} begins: the place of the next mark of its
   * family, -1 if there is none or the two do not belong together.
   */
  static int closing(String text, int open) {
    Quotes family = of(text.charAt(open));
    int close = open + 1;
    while (close < text.length() && of(text.charAt(close)) != family) {
      close++;
    }
    if (close == text.length()) {
      return -1;
    }
    boolean fit =
        family == GUILLEMETS
            ? text.charAt(open) != text.charAt(close)
            : !onlyCloses(text, open) && !onlyOpens(text, close);
    return fit ? close : -1;
  }

  /** A mark behind a word and before none. */
  private static boolean onlyCloses(String text, int i) {
    return i > 0
        && (isOfWord(text, i - 1) || Signs.isPunctuationAt(text, i - 1) && !isColon(text, i - 1))
        && !isOfWord(text, i + 1);
  }

  /** A mark before a word and behind a space. */
  private static boolean onlyOpens(String text, int i) {
    return Signs.isSpace(text.charAt(i - 1)) && isOfWord(text, i + 1);
  }

  private static boolean isColon(String text, int i) {
    return text.charAt(i) == ':';
  }

  private static boolean isOfWord(String text, int i) {
    return i < text.length() && Signs.belongsToWord(text.codePointAt(i));
  }
}
