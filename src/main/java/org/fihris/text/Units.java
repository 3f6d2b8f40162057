package org.fihris.text;

import java.util.function.IntPredicate;

/**
 * What UTF-16 units are, by tables: {@link Character} says the same, but takes several times as
 * long for Arabic letters, and some loops ask it for every letter of every article.
 */
public final class Units {
  private static final long[] LETTERS_AND_DIGITS = bits(c -> Character.isLetterOrDigit((char) c));

  /** Worked out when they are asked for: a search does not. */
  private static final class Digits {
    private static final long[] BITS = bits(c -> Character.isDigit((char) c));
  }

  private Units() {}

  /** As {@link Character#isLetterOrDigit(char)}. */
  public static boolean isLetterOrDigit(char c) {
    return isSet(LETTERS_AND_DIGITS, c);
  }

  /** As {@link Character#isDigit(char)}. */
  public static boolean isDigit(char c) {
    return isSet(Digits.BITS, c);
  }

  private static boolean isSet(long[] bits, char c) {
    return (bits[c >> 6] & 1L << c) != 0;
  }

  private static long[] bits(IntPredicate holds) {
    long[] bits = new long[(Character.MAX_VALUE + 1) / Long.SIZE];
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      if (holds.test(c)) {
        bits[c >> 6] |= 1L << c;
      }
    }
    return bits;
  }
}
